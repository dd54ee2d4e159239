package dev.chartwright.secrets;

import java.security.SecureRandom;
import java.util.List;

import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.model.Secret;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static dev.chartwright.model.Secrets.composed;
import static dev.chartwright.model.Secrets.fixed;
import static dev.chartwright.model.Secrets.random;
import static dev.chartwright.model.Secrets.shared;
import static dev.chartwright.model.Secrets.supplied;
import static org.assertj.core.api.Assertions.assertThat;

class SecretsWriterTest {
    private static String write(Secret... secrets) {
        Platform platform = Records.with(SamplePlatform.create(), "redis.secrets", List.of(secrets));
        return new SecretsWriter(new SecureRandom()).write(platform);
    }

    private static JsonNode redis(String text) {
        return new YamlReader().read(text, "secrets").root().at("/global/secrets/redis-operator");
    }

    @Test
    void drawsRandomLettersAndDigits() {
        String first = redis(write(supplied("login", random("password"))))
                .at("/login/password")
                .stringValue();
        String second = redis(write(supplied("login", random("password"))))
                .at("/login/password")
                .stringValue();
        assertThat(first).matches("[A-Za-z0-9]{32}").isNotEqualTo(second);
    }

    @Test
    void writesFixedValuesAsTheyAre() {
        String odd = "a \"b\" \\c\nd: {e}";
        assertThat(redis(write(supplied("login", fixed("user", odd))))
                        .at("/login/user")
                        .stringValue())
                .isEqualTo(odd);
    }

    @Test
    void composesFromOtherValuesInAnyOrder() {
        JsonNode login = redis(write(supplied(
                        "login",
                        composed("url", "r://{redis-operator/login/user}:{redis-operator/login/password}@h/$1"),
                        fixed("user", "me"),
                        random("password"))))
                .path("login");
        assertThat(login.path("url").stringValue())
                .isEqualTo("r://me:" + login.path("password").stringValue() + "@h/$1");
    }

    @Test
    void leavesOutWhatSharesAnothersValues() {
        assertThat(redis(write(
                                supplied("login", random("password")),
                                shared("copy", "redis-operator", "login", "password")))
                        .has("copy"))
                .isFalse();
    }

    @Test
    void marksWhatMustBeSealedAndSaysHow() {
        String text = write();
        JsonNode api = new YamlReader().read(text, "secrets").root().at("/global/secrets/api/keys/TOKEN");
        assertThat(api.stringValue()).isEqualTo(SecretsWriter.BLANK);
        assertThat(text).contains("kubeseal --raw --namespace api --name keys");
    }
}
