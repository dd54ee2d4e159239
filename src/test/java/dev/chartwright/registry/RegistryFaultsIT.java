package dev.chartwright.registry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Credential;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.registry.FaultyRegistry.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a registry does, a push ends within its limits in success or in one problem; nothing is visible half, and no
 * secret leaves for anybody else.
 */
class RegistryFaultsIT {
    private static final long SEED = 20_200_101;
    private static final int RUNS = 400;
    private static final Duration TOTAL = Duration.ofMillis(2_400);
    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(1_800), TOTAL, 4, Duration.ofMillis(5), Duration.ofMillis(20));

    /** Calls of a push: each has the total limit for itself. */
    private static final int CALLS = 7;

    /** What a client that tries again always gets over, when it happens once. */
    private static final Set<Fault> PASSING = Set.of(
            Fault.NONE,
            Fault.CUT_ANSWER,
            Fault.CUT_REQUEST,
            Fault.ERROR_500,
            Fault.ERROR_503,
            Fault.TIMEOUT_408,
            Fault.BUSY_429,
            Fault.BUSY_429_DATE,
            Fault.RATE_LIMIT_403,
            Fault.EXPIRED_TOKEN,
            Fault.LOCATION_ELSEWHERE,
            Fault.SILENCE);

    private record Ending(boolean pushed, String message, String code) {}

    private static Ending push(FaultyRegistry server, String secret) {
        Registry registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), LIMITS),
                host -> Optional.of(Credential.password("user", secret, "a test")));
        Reference shop = Reference.parse(server.host() + "/shop");
        byte[] config = "{\"name\":\"shop\"}".getBytes(StandardCharsets.UTF_8);
        byte[] layer = new byte[20_000];
        new Random(SEED).nextBytes(layer);
        byte[] manifest = ("{\"schemaVersion\":2,\"config\":\""
                        + Digest.of(config).value() + "\",\"layers\":[\""
                        + Digest.of(layer).value() + "\"]}")
                .getBytes(StandardCharsets.UTF_8);
        try {
            registry.head(shop.withTag("1.0.0"));
            for (byte[] blob : List.of(config, layer)) {
                if (!registry.has(shop, Digest.of(blob))) {
                    registry.upload(shop, blob, count -> {});
                }
            }
            registry.put(shop.withTag("1.0.0"), "application/vnd.oci.image.manifest.v1+json", manifest);
            return new Ending(true, "", "");
        } catch (OutsideException refused) {
            assertThat(refused.problems()).hasSize(1);
            return new Ending(
                    false,
                    refused.problems().toString() + refused.getMessage(),
                    refused.problems().get(0).code());
        }
    }

    /** Everything that must hold, whatever happened. */
    private static Ending run(Fault fault, Random random, int first, int last) throws IOException {
        String secret = "secret-" + Long.toHexString(random.nextLong());
        String words = fault + ", requests " + first + " to " + last;
        try (FaultyRegistry server = new FaultyRegistry(fault, random, first, last, secret)) {
            long start = System.nanoTime();
            Ending ending = push(server, secret);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertThat(time).as(words).isLessThan(TOTAL.multipliedBy(CALLS).plusSeconds(5));
            assertThat(server.requests()).as(words).isLessThan(150);
            assertThat(ending.message()).as(words).doesNotContain(secret, base64(secret), "\u001b");
            assertThat(server.heardElsewhere().toString())
                    .as(words)
                    .doesNotContain(secret)
                    .doesNotContainIgnoringCase("Authorization");
            assertWhole(server, words);
            assertThat(server.manifests().containsKey("shop/manifests/1.0.0"))
                    .as(words)
                    .isIn(ending.pushed() ? List.of(true) : List.of(true, false));
            return ending;
        }
    }

    private static String base64(String secret) {
        return Base64.getEncoder().encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertWhole(FaultyRegistry server, String words) {
        server.blobs()
                .forEach((digest, content) ->
                        assertThat(Digest.of(content).value()).as(words).isEqualTo(digest));
        assertThat(server.manifests().values()).as(words).allMatch(server::isWhole);
    }

    @Test
    void anyFaultAtAnyRequestEndsWell() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Map<Fault, int[]> endings = new EnumMap<>(Fault.class);
        List<Future<Ending>> running = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(SEED + run);
            Fault fault = Fault.values()[run % Fault.values().length];
            int first = 1 + random.nextInt(9);
            boolean once = random.nextBoolean();
            faults.add(fault);
            running.add(threads.submit(() -> run(fault, random, first, once ? first : Integer.MAX_VALUE)));
        }
        for (int run = 0; run < RUNS; run++) {
            Ending ending = running.get(run).get();
            endings.computeIfAbsent(faults.get(run), any -> new int[2])[ending.pushed() ? 0 : 1]++;
        }
        threads.shutdown();
        StringBuilder told = new StringBuilder("seed " + SEED + ", " + RUNS + " pushes; fault: pushed, refused\n");
        endings.forEach((fault, counts) -> told.append(fault + ": " + counts[0] + ", " + counts[1] + "\n"));
        assertThat(endings.get(Fault.NONE)[1]).as(told.toString()).isZero();
        assertThat(endings.values().stream().mapToInt(counts -> counts[0]).sum())
                .as(told.toString())
                .isGreaterThan(RUNS / 3);
        assertThat(endings.values().stream().mapToInt(counts -> counts[1]).sum())
                .as(told.toString())
                .isGreaterThan(RUNS / 10);
    }

    /** What happens once and passes is got over, at whichever request it is. */
    @ParameterizedTest
    @EnumSource(Fault.class)
    void whatPassesIsGotOver(Fault fault) throws IOException {
        for (int first = 1; first <= 9; first++) {
            Ending ending = run(fault, new Random(SEED + first), first, first);
            if (PASSING.contains(fault)) {
                assertThat(ending.pushed())
                        .as(fault + " at request " + first + ": " + ending.message())
                        .isTrue();
            }
        }
    }

    /** Each of many answers is met at several requests. */
    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"NONSENSE", "STRANGE_ADDRESS", "ECHO", "STRANGE_CHALLENGE"})
    void whatNobodyExpectsIsOneProblem(Fault fault) throws IOException {
        for (int seed = 0; seed < 120; seed++) {
            run(fault, new Random(SEED + seed), 1 + seed % 9, seed % 2 == 0 ? Integer.MAX_VALUE : 1 + seed % 9);
        }
    }

    /** What never passes ends in the problem that says so. */
    @ParameterizedTest
    @CsvSource({
        "ERROR_500, registry-busy",
        "BUSY_429, registry-busy",
        "BUSY_429_FOR_LONG, registry-busy",
        "RATE_LIMIT_403, registry-busy",
        "DENIED_403, registry-denied",
        "LOGIN_LOOP, registry-login",
        "REDIRECT_LOOP, registry-redirect",
        "JUNK, registry-answer",
        "FORGOTTEN_UPLOAD, registry-answer",
        "SILENCE, registry-unreachable",
        "CUT_ANSWER, registry-unreachable",
        "CUT_REQUEST, registry-unreachable",
    })
    void whatStaysIsOneClearProblem(Fault fault, String code) throws IOException {
        Ending ending = run(fault, new Random(SEED), 1, Integer.MAX_VALUE);
        assertThat(ending.pushed()).isFalse();
        assertThat(ending.code()).as(ending.message()).isEqualTo(code);
    }
}
