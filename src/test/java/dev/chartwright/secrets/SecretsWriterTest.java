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

    private static JsonNode values(String text) {
        return new YamlReader().read(text, "secrets").root().at("/global/secrets");
    }

    private static String login(String text, String key) {
        return values(text).path("redis-operator/login/" + key).stringValue();
    }

    @Test
    void drawsRandomLettersAndDigits() {
        String first = login(write(supplied("login", random("password"))), "password");
        String second = login(write(supplied("login", random("password"))), "password");
        assertThat(first).matches("[A-Za-z0-9]{32}").isNotEqualTo(second);
    }

    @Test
    void writesFixedValuesAsTheyAre() {
        String odd = "a \"b\" \\c\nd: {e}";
        assertThat(login(write(supplied("login", fixed("user", odd))), "user")).isEqualTo(odd);
    }

    /** Whatever reads YAML reads them, Go too; a line end of Unicode or an override of the direction hides nothing. */
    @Test
    void writesControlCharactersAsTextThatIsRead() {
        String odd =
                "bell\u0007 tab\t return\r nul\u0000 next\u0085 line\u2028 mark\uFEFF turned\u202E é 안 😀 \uE000 end\n";
        String text = write(supplied("login", fixed("user", odd)));
        assertThat(login(text, "user")).isEqualTo(odd);
        assertThat(text.lines().filter(line -> line.contains("bell")).toList())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\\u0007", "\\u2028", "é 안 😀")
                        .doesNotContain("\u202E"));
    }

    @Test
    void composesFromOtherValuesInAnyOrder() {
        String text = write(supplied(
                "login",
                composed("url", "r://{redis-operator/login/user}:{redis-operator/login/password}@h/$1"),
                fixed("user", "me"),
                random("password")));
        assertThat(login(text, "url")).isEqualTo("r://me:" + login(text, "password") + "@h/$1");
    }

    @Test
    void leavesOutWhatSharesAnothersValues() {
        String text =
                write(supplied("login", random("password")), shared("copy", "redis-operator", "login", "password"));
        assertThat(values(text).has("redis-operator/copy/password")).isFalse();
    }

    @Test
    void marksWhatMustBeSealedAndSaysHow() {
        String text = write();
        JsonNode api = new YamlReader().read(text, "secrets").root().at("/global/secrets/api~1keys~1TOKEN");
        assertThat(api.stringValue()).isEqualTo(SecretsWriter.BLANK);
        assertThat(text).contains("kubeseal --raw --namespace api --name keys");
    }
}
