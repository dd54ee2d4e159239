package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Argument;
import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Publication;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Scalar;
import dev.chartwright.model.Secret;
import dev.chartwright.model.Vhost;
import org.junit.jupiter.api.Test;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.model.Secrets.composed;
import static dev.chartwright.model.Secrets.random;
import static dev.chartwright.model.Secrets.reflectable;
import static dev.chartwright.model.Secrets.sealed;
import static dev.chartwright.model.Secrets.supplied;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class UnusedRuleTest {
    private static final Optional<String> REASON = Optional.of("an engineer reads it by hand");
    private static final String QUEUE = "/rabbitmq/topology/queues/new";
    private static final String USER = "/rabbitmq/topology/users/admin-user";
    private static final String EXCHANGE = "/rabbitmq/topology/exchanges/jobs";

    private final Platform sample = SamplePlatform.create();

    @Test
    void refusesAQueueThatNobodyConsumes() {
        assertProblem(consuming(List.of()), "unused-declaration", QUEUE);
    }

    @Test
    void takesAReason() {
        assertClean(with(consuming(List.of()), "rabbitmq.topology.queues.0.unused", REASON));
    }

    @Test
    void refusesAReasonThatIsNotNeeded() {
        assertProblem(with(sample, "rabbitmq.topology.queues.0.unused", REASON), "needless-unused", QUEUE + "/unused");
    }

    @Test
    void refusesAnExchangeThatNobodyPublishesTo() {
        assertProblem(publishing(List.of()), "unused-declaration", EXCHANGE);
    }

    @Test
    void letsTheBrokerPublishDeadLetters() {
        Scalar exchange = new Scalar(Optional.empty(), Optional.empty(), Optional.of("jobs"));
        assertClean(with(
                publishing(List.of()),
                "rabbitmq.topology.queues.0.arguments",
                List.of(new Argument("x-dead-letter-exchange", exchange))));
    }

    @Test
    void refusesASecretThatNothingReads() {
        assertProblem(withSecret(sealed("spare", "KEY")), "unused-declaration", "/redis/secrets/spare");
    }

    @Test
    void refusesAVirtualHostThatIsEmpty() {
        Platform platform =
                with(sample, "rabbitmq.topology.vhosts", List.of(new Vhost("main", "vh"), new Vhost("spare", "spare")));
        assertProblem(platform, "unused-declaration", "/rabbitmq/topology/vhosts/spare");
        assertClean(with(
                platform,
                "rabbitmq.topology.permissions",
                List.of(permission("vh", "admin-user"), permission("spare", "admin-user"))));
    }

    @Test
    void refusesAUserWhoMayDoNothing() {
        Platform platform = with(sample, "rabbitmq.topology.permissions", List.of());
        assertProblem(platform, "unused-declaration", USER);
        assertClean(with(platform, "rabbitmq.topology.users.0.tags", List.of("monitoring")));
        assertClean(with(platform, "rabbitmq.topology.users.0.unused", REASON));
    }

    @Test
    void knowsNothingOfUsersWhoseNameIsSecret() {
        Platform platform = with(sample, "rabbitmq.secrets", List.of(sealed("admin", "username", "password")));
        assertClean(platform);
        assertProblem(with(platform, "rabbitmq.topology.permissions", List.of()), "unused-declaration", USER);
    }

    @Test
    void refusesToAllowAMirrorThatNobodyMakes() {
        Secret source = sample.postgres().orElseThrow().secrets().get(0);
        assertProblem(
                with(sample, "postgres.secrets.0", reflectable(source, "elsewhere", "web")),
                "unused-declaration",
                "/postgres/secrets/" + source.name() + "/reflection/namespaces/1");
    }

    @Test
    void leavesASecretToNamespacesOutside() {
        assertClean(withSecret(reflectable(sealed("spare", "KEY"), "another-platform")));
        assertProblem(
                withSecret(reflectable(sealed("spare", "KEY"), "web")), "unused-declaration", "/redis/secrets/spare");
    }

    @Test
    void countsNoSecretThatIsMadeOfItself() {
        Secret circle = supplied("spare", composed("URL", "u:{redis-operator/spare/KEY}@h"), random("KEY"));
        assertProblem(withSecret(circle), "unused-declaration", "/redis/secrets/spare");
    }

    private static RabbitmqPermission permission(String vhost, String user) {
        return new RabbitmqPermission(vhost, user, vhost, ".*", ".*", ".*");
    }

    private Platform consuming(List<String> queues) {
        return needing(new MessagingNeeds(List.of(new Publication("jobs", "new")), queues, false));
    }

    private Platform publishing(List<Publication> messages) {
        return needing(new MessagingNeeds(messages, List.of("jobs.new"), false));
    }

    private Platform needing(MessagingNeeds needs) {
        Platform platform = with(sample, "applications.0.network.needs.rabbitmq", Optional.of(needs));
        return with(platform, "applications.1.network.needs.rabbitmq", Optional.of(needs));
    }

    private Platform withSecret(Secret secret) {
        return with(
                sample,
                "redis.secrets",
                List.of(sample.redis().orElseThrow().secrets().get(0), secret));
    }
}
