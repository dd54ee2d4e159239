package dev.chartwright.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoginRulesTest {
    @ParameterizedTest
    @CsvSource({
        "https://tokens.example/t, https://registry.example, true",
        "https://tokens.example/t, http://127.0.0.1:5000, true",
        "http://127.0.0.1:5001/t, http://127.0.0.1:5000, true",
        "http://localhost:5001/t, http://127.0.0.1:5000, true",
        "http://registry.example:81/t, http://registry.example, true",
        "http://192.0.2.2/t, http://127.0.0.1:5000, false",
        "http://tokens.example/t, http://registry.example, false",
        "http://registry.example/t, https://registry.example, false",
        "ftp://127.0.0.1/t, http://127.0.0.1, false",
    })
    void sendsALoginNoFurtherThanTheUserAllowed(URI realm, URI registry, boolean may) {
        assertThat(Login.mayHaveLogin(Origin.of(realm), Origin.of(registry))).isEqualTo(may);
    }

    @Nested
    class Challenges {
        @Test
        void readsParametersInAnyOrder() {
            assertThat(Challenge.parse(List.of(
                            "Bearer scope=\"repository:a/b:pull,push\" , realm=\"https://t.test/x\",service=s")))
                    .containsExactly(new Challenge(
                            "bearer",
                            Map.of("scope", "repository:a/b:pull,push", "realm", "https://t.test/x", "service", "s")));
        }

        @Test
        void readsSeveralOfThem() {
            assertThat(Challenge.parse(
                            List.of("Negotiate, Basic realm=\"a \\\"b\\\", c\", BEARER realm=\"r\"", "Digest x=1")))
                    .containsExactly(
                            new Challenge("negotiate", Map.of()),
                            new Challenge("basic", Map.of("realm", "a \"b\", c")),
                            new Challenge("bearer", Map.of("realm", "r")),
                            new Challenge("digest", Map.of("x", "1")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ",", "=", "\"", "Basic realm=\"", "Basic realm=\"\\", "Basic =,=", " \t ", "a=b c"})
        void endsOnAnyText(String field) {
            assertThat(Challenge.parse(List.of(field))).hasSizeLessThan(4);
        }
    }

    @Nested
    class Servers {
        @ParameterizedTest
        @CsvSource({
            "localhost:5000, true",
            "127.0.0.1:5000, true",
            "127.8.8.8, true",
            "[::1]:5000, true",
            "a.localhost, true",
            "ghcr.io, false",
            "localhost.evil.test, false",
            "127.0.0.1.evil.test, false",
            "10.0.0.1, false",
        })
        void knowsThisMachine(String registry, boolean local) {
            assertThat(Origin.of(registry, "https").isLocal()).isEqualTo(local);
        }

        @Test
        void findsDockerHub() {
            assertThat(Origin.of("docker.io", "https")).isEqualTo(new Origin("https", "registry-1.docker.io", 443));
        }

        @ParameterizedTest
        @ValueSource(strings = {"http://ghcr.io", "https://ghcr.io:8443", "https://ghcr.io.test", "https://x.ghcr.io"})
        void isAnotherOneByEachPart(String other) {
            assertThat(Origin.of(URI.create(other))).isNotEqualTo(Origin.of("ghcr.io", "https"));
            assertThat(Origin.of(URI.create("https://GHCR.io:443/x"))).isEqualTo(Origin.of("ghcr.io", "https"));
        }
    }

    @Nested
    class Pauses {
        private final Clockwork clockwork = new Clockwork() {
            @Override
            public Instant now() {
                return Instant.parse("2026-01-01T00:00:00Z");
            }

            @Override
            public void sleep(Duration time) {
                throw new UnsupportedOperationException();
            }

            @Override
            public double random() {
                return 0.5;
            }
        };
        private final Backoff backoff = new Backoff(Limits.standard(), clockwork);

        private Answer answer(int status, String body, String... headers) {
            Map<String, List<String>> fields = headers.length == 0 ? Map.of() : Map.of(headers[0], List.of(headers[1]));
            return new Answer(
                    URI.create("https://x.test/"),
                    status,
                    HttpHeaders.of(fields, (name, value) -> true),
                    body.getBytes(StandardCharsets.UTF_8));
        }

        @Test
        void doubleUpToALimit() {
            assertThat(List.of(1, 2, 3, 20).stream().map(attempt -> backoff.pause(attempt, Optional.empty())))
                    .containsExactly(
                            Duration.ofMillis(250),
                            Duration.ofMillis(500),
                            Duration.ofSeconds(1),
                            Duration.ofSeconds(30));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "7; 7",
                    "Thu, 01 Jan 2026 00:00:09 GMT; 9",
                    "Thu, 01 Jan 1970 00:00:00 GMT; 0",
                    "soon; 0",
                    "-5; 0",
                    "99999999999999; 0",
                })
        void areAsLongAsTheRegistryAsks(String asked, long seconds) {
            Duration pause = backoff.pause(1, Optional.of(answer(429, "", "Retry-After", asked)));
            assertThat(pause).isEqualTo(seconds == 0 ? Duration.ofMillis(250) : Duration.ofSeconds(seconds));
        }

        @ParameterizedTest
        @CsvSource({
            "408, true",
            "429, true",
            "500, true",
            "502, true",
            "503, true",
            "504, true",
            "400, false",
            "401, false",
            "404, false",
            "413, false",
            "501, false"
        })
        void areForWhatPasses(int status, boolean passes) {
            assertThat(Backoff.isPassing(answer(status, ""))).isEqualTo(passes);
        }

        @Test
        void areForTheRateLimitThatLooksLikeARefusal() {
            String limit = "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"exceeded a secondary rate limit\"}]}";
            assertThat(Backoff.isPassing(answer(403, limit))).isTrue();
            assertThat(Backoff.isPassing(answer(403, limit.replace("rate limit", "quota"))))
                    .isFalse();
        }
    }

    @Test
    void wordsOfARegistryHoldNoSecretAndEndOnAnyText() {
        Secrets secrets = new Secrets();
        secrets.add("hunter2");
        Pauses pauses = new Pauses();
        assertThat(RegistryWords.of(
                        pauses.answer(400, "{\"errors\":[{\"code\":\"X\",\"message\":\"hunter2 is wrong\"}]}"),
                        secrets))
                .isEqualTo("… wrong");
        for (String body : List.of("", "[", "null", "[]", "{\"errors\":7}", "[".repeat(100_000), "\u0000\u001b[31m")) {
            assertThat(RegistryWords.of(pauses.answer(400, body))).isEmpty();
        }
    }
}
