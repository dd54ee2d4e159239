package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.model.Platform;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.model.Secrets.reflected;
import static org.assertj.core.api.Assertions.assertThat;

class SubjectTest {
    private static final Origins HERE = new Origins(Map.of(), Map.of(), Location.ofFile("here.yaml"));
    private static final Origins THERE = new Origins(Map.of(), Map.of(), Location.ofFile("there.yaml"));
    private static final Platform SAMPLE = SamplePlatform.create();

    /** The sample, where one name is another, beside the sample as it is. */
    @ParameterizedTest
    @CsvSource({
        "rabbitmq.topology.queues.0.queue, unknown-queue",
        "rabbitmq.topology.exchanges.0.exchange, unknown-exchange",
        "rabbitmq.topology.vhosts.0.vhost, unknown-vhost",
        "traefik.issuers.0.name, unknown-issuer",
        "traefik.gateway.listeners.0.name, unknown-listener",
        "minio.tenant.buckets.0.name, unknown-bucket",
        "cluster.namespaces.0.name, unknown-namespace",
        "applications.0.data.secrets.0.name, unknown-secret",
        "applications.0.network.middlewares.0.name, unknown-middleware"
    })
    void tellsWhereAnotherEnvironmentHasIt(String path, String code) {
        assertThat(problems(with(SAMPLE, path, "another")))
                .filteredOn(problem -> problem.code().equals(code))
                .isNotEmpty()
                .extracting(Problem::what)
                .allMatch(what -> what.contains(" has it (there.yaml)"));
    }

    @Test
    void refusesAMirrorOfWhatOnlyAnotherEnvironmentMakes() {
        assertThat(problems(mirroring("login"))).extracting(Problem::code).containsExactly("unknown-secret");
    }

    @Test
    void trustsOthersToMakeWhatNoEnvironmentMakes() {
        assertThat(problems(mirroring("made-by-others"))).isEmpty();
    }

    /** Without the database, whose Secret the cache mirrors. */
    private static Platform mirroring(String source) {
        Platform platform = with(SAMPLE, "postgres", Optional.empty());
        platform = with(platform, "applications.0.network.needs.database", false);
        platform = with(platform, "applications.1.network.needs.database", false);
        platform = with(platform, "cluster.namespaces.6.existing", true);
        return with(
                platform,
                "redis.secrets",
                List.of(
                        SAMPLE.redis().orElseThrow().secrets().get(0),
                        with(
                                reflected("mirror", "postgres", source, "password"),
                                "unused",
                                Optional.of("for a test"))));
    }

    private static List<Problem> problems(Platform platform) {
        return PlatformRules.check(new Subject(platform, HERE, () -> List.of(Subject.alone(SAMPLE, THERE))))
                .toList();
    }
}
