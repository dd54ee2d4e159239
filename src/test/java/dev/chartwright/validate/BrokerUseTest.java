package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Argument;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Queue;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class BrokerUseTest {
    private static final String QUEUE = "/rabbitmq/topology/queues/new/arguments/";

    @ParameterizedTest
    @CsvSource({
        "'', x-max-length, 1000",
        "'', x-max-priority, 255",
        "'', x-expires, 60000",
        "'', x-overflow, reject-publish",
        "'', x-single-active-consumer, true",
        "'', x-dead-letter-exchange, jobs",
        "'', x-dead-letter-exchange, amq.fanout",
        "'', x-dead-letter-exchange, ''",
        "'', x-cache-size, 5",
        "quorum, x-delivery-limit, -1",
        "quorum, x-message-ttl, 0",
        "stream, x-max-age, 7D"
    })
    void takesWhatTheBrokerTakes(String type, String name, String value) {
        assertClean(withArgument(type, name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "'', x-max-length, many",
        "'', x-max-length, -1",
        "'', x-max-priority, 256",
        "'', x-expires, 0",
        "'', x-overflow, drop",
        "'', x-single-active-consumer, 1",
        "'', x-max-lenght, 5",
        "quorum, x-max-priority, 5",
        "quorum, x-queue-type, classic",
        "classic, x-delivery-limit, 5",
        "stream, x-message-ttl, 5"
    })
    void refusesWhatTheBrokerRefuses(String type, String name, String value) {
        assertProblem(withArgument(type, name, value), "queue-argument", QUEUE + name);
    }

    @Test
    void refusesDeadLettersToNowhere() {
        assertProblem(
                withArgument("", "x-dead-letter-exchange", "dead"),
                "unknown-exchange",
                QUEUE + "x-dead-letter-exchange");
    }

    @ParameterizedTest
    @CsvSource({"^jobs.*$, ^jobs.*$", "^jobs$, .*", ".*, ^.*new$"})
    void takesPermissionsThatMatch(String write, String read) {
        assertClean(withPermission("vh", write, read));
    }

    @ParameterizedTest
    @CsvSource({"vh, '', .*", "vh, ^job$, .*"})
    void refusesToPublishWithoutPermission(String vhost, String write, String read) {
        assertProblem(
                withNeedsOfOne(withPermission(vhost, write, read)),
                "missing-permission",
                "/applications/api/network/needs/rabbitmq/publishes/0/exchange");
    }

    @Test
    void refusesToConsumeWithoutPermission() {
        assertProblem(
                withNeedsOfOne(withPermission("vh", ".*", "^jobs$")),
                "missing-permission",
                "/applications/api/network/needs/rabbitmq/consumes/0");
    }

    /** The other application would be told as well. */
    private static Platform withNeedsOfOne(Platform platform) {
        return with(platform, "applications.1.network.needs.rabbitmq", Optional.empty());
    }

    private static Platform withPermission(String vhost, String write, String read) {
        RabbitmqPermission permission = new RabbitmqPermission("all", "admin-user", vhost, "", write, read);
        return with(SamplePlatform.create(), "rabbitmq.topology.permissions", List.of(permission));
    }

    private static Platform withArgument(String type, String name, String value) {
        Optional<Long> number = value.matches("-?\\d+") ? Optional.of(Long.valueOf(value)) : Optional.empty();
        Optional<Boolean> flag = value.equals("true") ? Optional.of(true) : Optional.empty();
        Optional<String> text = number.isPresent() || flag.isPresent() ? Optional.empty() : Optional.of(value);
        Optional<String> kind = type.isEmpty() ? Optional.empty() : Optional.of(type);
        Queue queue = new Queue(
                "new",
                "jobs.new",
                "vh",
                kind,
                true,
                false,
                List.of(new Argument(name, new Scalar(number, flag, text))),
                Optional.empty());
        return with(SamplePlatform.create(), "rabbitmq.topology.queues", List.of(queue));
    }
}
