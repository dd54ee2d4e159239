package dev.chartwright.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Credential;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemPrinter;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.registry.FaultyRegistry;
import dev.chartwright.registry.FaultyRegistry.Fault;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a registry does during a push of several charts: each version is whole or absent, what is printed holds no
 * login, and the next push to the healed registry finishes the work.
 */
class PublishFaultsIT {
    private static final int RUNS = 10;
    private static final int REQUESTS = 30;
    private static final Duration TOTAL = Duration.ofMillis(2_400);
    private static final Limits LIMITS =
            new Limits(Duration.ofMillis(1_800), TOTAL, 4, Duration.ofMillis(5), Duration.ofMillis(20));
    private static final Limits PATIENT =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(40), 4, Duration.ofMillis(5), Duration.ofMillis(20));

    /** No push of this release makes more calls in a row; each has the total limit for itself. */
    private static final int CALLS = 30;

    private static final SmallRelease RELEASE =
            SmallRelease.of("1.0.0", "faults").with(SmallRelease.BILL, "{\"faults\": true}");

    private static List<PackedChart> charts(FaultyRegistry server) {
        return RELEASE.charts("oci://" + server.host() + "/team");
    }

    /** The problems in which a push ended; none where it succeeded. */
    private static Collection<Problem> push(FaultyRegistry server, String secret, Limits limits) {
        Registry registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), limits),
                host -> Optional.of(Credential.password("user", secret, "a test")));
        try {
            Pushes.push(registry, charts(server));
            return List.of();
        } catch (OutsideException failed) {
            assertThat(failed.problems()).isNotEmpty();
            return failed.problems();
        } catch (ProblemsException refused) {
            return refused.problems();
        }
    }

    private static boolean run(Fault fault, Random random, int first, int last) throws IOException {
        String secret = "secret-" + Long.toHexString(random.nextLong());
        String words = fault + ", requests " + first + " to " + last;
        try (FaultyRegistry server = new FaultyRegistry(fault, random, first, last, secret)) {
            long start = System.nanoTime();
            Collection<Problem> problems = push(server, secret, LIMITS);
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            assertThat(time).as(words).isLessThan(TOTAL.multipliedBy(CALLS).plusSeconds(10));
            assertThat(problems.stream().map(Problem::code)).as(words).doesNotHaveDuplicates();
            assertSecret(server, problems, secret, words);
            assertWhole(server, words);
            if (problems.isEmpty()) {
                assertComplete(server, words);
            }
            server.heal();
            assertThat(push(server, secret, PATIENT)).as(words).isEmpty();
            assertComplete(server, words);
            return problems.isEmpty();
        }
    }

    private static void assertSecret(FaultyRegistry server, Collection<Problem> problems, String secret, String words) {
        String login = Base64.getEncoder().encodeToString(("user:" + secret).getBytes(StandardCharsets.UTF_8));
        assertThat(new ProblemPrinter(file -> List.of()).print(problems))
                .as(words)
                .doesNotContain(secret, login, "\u001b");
        assertThat(server.heardElsewhere().toString())
                .as(words)
                .doesNotContain(secret, login)
                .doesNotContainIgnoringCase("Authorization");
    }

    private static void assertWhole(FaultyRegistry server, String words) {
        server.blobs()
                .forEach((digest, content) ->
                        assertThat(Digest.of(content).value()).as(words).isEqualTo(digest));
        assertThat(server.manifests().values()).as(words).allMatch(server::isWhole);
    }

    private static void assertComplete(FaultyRegistry server, String words) {
        assertWhole(server, words);
        for (PackedChart chart : charts(server)) {
            String key = chart.reference().repository() + "/manifests/";
            assertThat(server.manifests().get(key + chart.reference().tag().orElseThrow()))
                    .as(words)
                    .isEqualTo(chart.artifact().manifest().bytes());
            assertThat(server.manifests()
                            .containsKey(key + "sha256-" + chart.digest().hex()))
                    .as(words)
                    .isEqualTo(!chart.documents().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void leavesEachVersionWholeOrAbsentAndIsFinishedByTheNext(Fault fault) throws Exception {
        long seed = Long.getLong("faults.seed", System.nanoTime());
        System.out.println("PublishFaultsIT: " + fault + ", -Dfaults.seed=" + seed);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> runs = new ArrayList<>();
        for (int run = 0; run < RUNS; run++) {
            Random random = new Random(seed + run);
            int first = run == 0 ? 1 : 1 + random.nextInt(REQUESTS);
            int last = run % 2 == 0 ? Integer.MAX_VALUE : first;
            runs.add(() -> run(fault, random, first, last));
        }
        int pushed = 0;
        for (Future<Boolean> ending : threads.invokeAll(runs)) {
            pushed += ending.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(pushed).isGreaterThanOrEqualTo(fault == Fault.NONE ? RUNS : 0);
    }
}
