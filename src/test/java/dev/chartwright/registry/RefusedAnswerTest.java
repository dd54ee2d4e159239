package dev.chartwright.registry;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RefusedAnswerTest {
    private static final Reference CHART = Reference.parse("registry.test/immutable/quota-shop:1.0.0");
    private static final Subject PUSH = Subject.writing(CHART);
    private static final LoginState UNASKED = state(Optional.empty(), Optional.empty());

    private static LoginState state(Optional<Optional<Credential>> found, Optional<TokenService.Reply> service) {
        return new LoginState("registry.test", registry -> Optional.empty(), found, service);
    }

    private static Answer answer(int status, String code, String message) {
        String body =
                code.isEmpty() ? "" : "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}]}";
        return new Answer(
                URI.create("https://registry.test/v2/immutable/quota-shop/manifests/1.0.0"),
                status,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                body.getBytes(StandardCharsets.UTF_8));
    }

    private static Problem problem(Subject subject, Answer answer, LoginState login) {
        return only(new RefusedAnswer(subject, answer, login, new Secrets()).problem());
    }

    private static Problem only(OutsideException refused) {
        return refused.problems().get(0);
    }

    /** Statuses and codes of registries as they are; each tells what it minds in its own way. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "400; TAG_INVALID; the tag exists and cannot be overwritten because the tag is immutable; immutable",
                "400; TAG_INVALID; manifest tag did not match; refused",
                "400; MANIFEST_INVALID; cannot update, for tag immutability is on; immutable",
                "400; MANIFEST_INVALID; the manifest is wrong; refused",
                "403; DENIED; tag is immutable; immutable",
                "403; DENIED; no access to immutable/quota-shop; denied",
                "405; REGISTRY_DISALLOWED_OPERATION; it is disallowed on this image; immutable",
                "405; DENIED; the system is read-only now; refused",
                "405; ''; ''; not-found",
                "409; TAG_ALREADY_EXISTS; it was already pushed; immutable",
                "409; ''; ''; immutable",
                "412; PRECONDITION; quota-shop:1.0.0 is configured as immutable; immutable",
                "412; PRECONDITION; it has vulnerabilities; refused",
                "403; DENIED; Quota exceeded; quota",
                "403; DENIED; namespace storage limit has been reached; quota",
                "413; ''; ''; too-large",
                "507; ''; ''; quota",
                "404; NAME_UNKNOWN; no repository immutable/quota-shop, ask for quota; not-found",
                "404; MANIFEST_BLOB_UNKNOWN; blob unknown; refused",
                "400; MANIFEST_BLOB_UNKNOWN; blob unknown; refused",
                "401; UNAUTHORIZED; quota-shop is immutable; login",
            })
    void isToldByItsWordsBeforeItsStatus(int status, String code, String message, String told) {
        assertThat(problem(PUSH, answer(status, code, message), UNASKED).code()).isEqualTo("registry-" + told);
    }

    @Test
    void aQuestionChangesNoTag() {
        Problem problem = problem(Subject.reading(CHART), answer(409, "CONFLICT", "tag is immutable"), UNASKED);
        assertThat(problem.code()).isEqualTo("registry-refused");
    }

    @Test
    void aConflictElsewhereIsNoTag() {
        Subject blob = Subject.writing(CHART.withTag("2.0.0"));
        assertThat(problem(blob, answer(409, "", ""), UNASKED).code()).isEqualTo("registry-refused");
    }

    @Test
    void aListOfWhatIsAttachedNeedsAnExemption() {
        Subject list = Subject.writing(CHART.withTag("sha256-abc"));
        Answer fixed = answer(400, "TAG_INVALID", "the tag is immutable");
        assertThat(problem(list, fixed, UNASKED).fix()).startsWith("exempt tags that begin with `sha256-`");
        assertThat(problem(PUSH, fixed, UNASKED).fix()).startsWith("raise `environment.chart.version`");
    }

    @Nested
    class Logins {
        private final Answer denied = answer(403, "DENIED", "no");
        private final Answer unauthorized = answer(401, "UNAUTHORIZED", "no");

        @Test
        void areNamedWithTheirPlaceAndWithoutTheirSecret() {
            LoginState sent = state(
                    Optional.of(Optional.of(Credential.password("ann", "hunter2", "`auth.json`"))), Optional.empty());
            assertThat(problem(PUSH, denied, sent).why())
                    .isEqualTo("the login `ann` of `auth.json` may not write in `immutable/quota-shop`");
            assertThat(problem(PUSH, unauthorized, sent).why())
                    .isEqualTo("the registry does not take the login `ann` of `auth.json`");
            assertThat(problem(PUSH, denied, sent).toString()).doesNotContain("hunter2");
        }

        @Test
        void ofTokensHaveNoName() {
            LoginState sent =
                    state(Optional.of(Optional.of(Credential.registryToken("t", "`auth.json`"))), Optional.empty());
            assertThat(problem(PUSH, denied, sent).why()).startsWith("the registry token of `auth.json` may not write");
        }

        @Test
        void areMissedWhereTheyWereLookedFor() {
            LoginState none = state(Optional.of(Optional.empty()), Optional.empty());
            assertThat(problem(PUSH, denied, none).why())
                    .isEqualTo(
                            "no login for registry.test was found in what this client was given, and nobody may write"
                                    + " in `immutable/quota-shop` without one");
            assertThat(problem(PUSH, denied, none).fix()).isEqualTo("run `helm registry login registry.test`");
        }

        @Test
        void areNotMissedWhereNobodyAskedForOne() {
            assertThat(problem(Subject.reading(CHART), denied, UNASKED).why())
                    .isEqualTo("the registry asked for no login, so none was sent, and nobody may read in"
                            + " `immutable/quota-shop`");
            assertThat(problem(PUSH, unauthorized, UNASKED).why())
                    .startsWith("the registry asks for no login of the kinds");
        }

        /** What was just done is no advice. */
        @Test
        void areNotAskedForAgain() {
            TokenService.Reply token = new TokenService.Reply(answer(200, "", ""), Optional.of("t0k3n"));
            Credential password = Credential.password("ann", "hunter2", "`--username`");
            Problem untrusted =
                    problem(PUSH, unauthorized, state(Optional.of(Optional.of(password)), Optional.of(token)));
            assertThat(untrusted.why())
                    .isEqualTo("the login `ann` of `--username` brings a token of the token service, and the registry"
                            + " does not take that");
            assertThat(untrusted.fix())
                    .startsWith("give the login permission for this at the registry; ")
                    .doesNotContain("--username");

            Problem stranger = problem(PUSH, unauthorized, state(Optional.of(Optional.empty()), Optional.of(token)));
            assertThat(stranger.why())
                    .endsWith(
                            ", so the token service gave a token for nobody, and the registry does not" + " take that");
            assertThat(stranger.fix()).isEqualTo("run `helm registry login registry.test`");

            assertThat(fix(password)).startsWith("make a new password").endsWith(" in place of that of `--username`");
            assertThat(fix(Credential.identityToken("t", "`auth.json`")))
                    .startsWith("run `docker login registry.test`");
            assertThat(fix(Credential.registryToken("t", "`auth.json`")))
                    .endsWith("the `registrytoken` of `auth.json`");
        }

        private String fix(Credential login) {
            return problem(PUSH, unauthorized, state(Optional.of(Optional.of(login)), Optional.empty()))
                    .fix();
        }

        @Test
        void namesNobodyElse() {
            Answer elsewhere = new Answer(
                    URI.create("https://files.test/upload"),
                    500,
                    HttpHeaders.of(Map.of(), (a, b) -> true),
                    new byte[0]);
            assertThat(problem(PUSH, elsewhere, UNASKED).what())
                    .isEqualTo("a host that registry.test leads to answered 500 to the push");
        }

        @Test
        void tellWhatTheTokenServiceSaid() {
            LoginState refused = state(
                    Optional.of(Optional.of(Credential.password("ann", "hunter2", "`auth.json`"))),
                    Optional.of(new TokenService.Reply(answer(403, "DENIED", "access forbidden"), Optional.empty())));
            assertThat(problem(PUSH, unauthorized, refused).why())
                    .endsWith("; its token service answered 403: `DENIED access forbidden`");
        }
    }

    @Nested
    class Busy {
        private Problem busy(int status, long seconds, LoginState login) {
            Patience patience = new Patience(1, Optional.of(Duration.ofSeconds(seconds)));
            return only(Refusal.busy(PUSH, answer(status, "", ""), patience, login, new Secrets()));
        }

        @ParameterizedTest
        @CsvSource({"1, 1 s", "120, 120 s", "121, 3 min", "3600, 60 min", "86400, 24 h", "86401, 25 h"})
        void saysHowLongTheRegistryAsksToWait(long seconds, String told) {
            assertThat(busy(429, seconds, UNASKED).what())
                    .isEqualTo("registry.test answered 429 to the push, and asks to wait " + told);
            assertThat(busy(429, seconds, UNASKED).fix()).startsWith("try again in " + told + "; what was stored");
        }

        @Test
        void knowsALimitFromAnOutage() {
            assertThat(busy(429, 0, UNASKED).why()).isEqualTo("the registry limits how often it is asked");
            assertThat(busy(503, 0, UNASKED).why()).contains("overloaded or broken");
            assertThat(busy(503, 0, UNASKED).fix()).startsWith("try again later");
        }

        @Test
        void tellsStrangersToLogIn() {
            LoginState none = state(Optional.of(Optional.empty()), Optional.empty());
            assertThat(busy(429, 0, none).fix()).contains("run `helm registry login registry.test`");
            assertThat(busy(503, 0, none).fix()).doesNotContain("login");
            assertThat(busy(429, 0, UNASKED).fix()).doesNotContain("login");
        }

        @Test
        void countsAttempts() {
            assertThat(new Patience(1, Optional.empty()).words()).isEmpty();
            assertThat(new Patience(6, Optional.empty()).words()).isEqualTo(", 6 times");
        }
    }
}
