package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Config;
import dev.chartwright.model.Entry;
import dev.chartwright.model.OutsideHost;
import dev.chartwright.model.Platform;
import dev.chartwright.model.SamplePlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.chartwright.model.Records.with;
import static dev.chartwright.validate.RuleAssert.assertClean;
import static dev.chartwright.validate.RuleAssert.assertProblem;

class AddressRuleTest {
    private static final String PLACE = "/applications/api/data/config/data/ADDRESS";

    /** An application that is told an address, and declares a few hosts outside. */
    private static Platform told(String address) {
        Platform platform = with(
                with(SamplePlatform.create(), "redis.instance.name", "redis"),
                "applications.0.data.config",
                Optional.of(new Config("api-env", List.of(new Entry("ADDRESS", address)))));
        return with(
                platform,
                "applications.0.network.needs.outside",
                List.of(
                        new OutsideHost("pay", "*.pay.example", List.of(443)),
                        new OutsideHost("docs", "docs.example", List.of()),
                        new OutsideHost("traces", "collector.traces.svc.cluster.local", List.of(4317))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis.redis.svc.cluster.local",
                "redis.redis.svc:6379",
                "redis://:secret@redis.redis.svc.cluster.local/0",
                "http://web.web.svc.cluster.local/path",
                "http://web.web.svc:80",
                "http://api.api.svc",
                "https://example.com/anything",
                "https://api.pay.example/v1",
                "https://docs.example/how",
                "http://docs.example:8080/how",
                "collector.traces.svc.cluster.local:4317",
                "http://localhost:3000",
                "Shop <hello@example.org>",
                "1.2.3",
                "a sentence with https://elsewhere.example in it",
                "unknown://redis.redis.svc"
            })
    void acceptsWhatIsThere(String address) {
        assertClean(told(address));
    }

    @ParameterizedTest
    @CsvSource({
        "rediss.redis.svc.cluster.local, unknown-host",
        "redis.cache.svc.cluster.local, unknown-host",
        "http://webb.web.svc, unknown-host",
        "https://elsewhere.example/v1, unknown-host",
        "db.elsewhere.example:5432, unknown-host",
        "redis.redis.svc.cluster.local:6380, closed-port",
        "http://web.web.svc:4000, closed-port",
        "http://api.pay.example, closed-port",
        "collector.traces.svc.cluster.local:4318, closed-port"
    })
    void refuses(String address, String code) {
        assertProblem(told(address), code, PLACE);
    }

    @Test
    void acceptsAHostBelowARoutedWildcard() {
        Platform platform = with(
                told("https://one.preview.example"),
                "applications.0.network.ingresses.0.rules.0.host",
                "*.preview.example");

        assertClean(platform);
        assertProblem(
                with(platform, "applications.0.network.ingresses.0.rules.0.host", "preview.example"),
                "unknown-host",
                PLACE);
    }

    @Test
    void wantsANeedForWhatIsReached() {
        assertProblem(
                with(told("redis.redis.svc"), "applications.0.network.needs.redis", false), "undeclared-need", PLACE);
        assertProblem(
                with(told("http://web.web.svc"), "applications.0.network.needs.applications", List.of()),
                "undeclared-need",
                PLACE);
    }
}
