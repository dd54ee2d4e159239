package dev.chartwright.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.RegistryRelay;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Two who push one version with other content, neither of whom saw the other's: one of them is told. */
class TwoPushersIT {
    private static final String TAG = "/manifests/1.0.0";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneIsToldWhoeverIsOverwritten(boolean late) throws Exception {
        Meeting meeting = new Meeting(late);
        try (DockerRegistry registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder);
                RegistryRelay relay = RegistryRelay.before(registry, meeting)) {
            List<PackedChart> charts =
                    Stream.of("one", "two").map(text -> chart(relay, text)).toList();
            List<Optional<OutsideException>> told = pushBoth(charts);

            assertThat(told).filteredOn(Optional::isPresent).hasSize(1);
            int loser = told.get(0).isPresent() ? 0 : 1;
            PackedChart winner = charts.get(1 - loser);
            assertThat(Pushes.client().head(winner.reference()).map(Descriptor::digest))
                    .contains(winner.digest());
            assertThat(told.get(loser).orElseThrow().problems()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("pushed-meanwhile");
                assertThat(problem.what())
                        .isEqualTo("somebody else pushed this version at the same moment: it is now "
                                + winner.digest().value() + ", not "
                                + charts.get(loser).digest().value());
            });
        }
    }

    @Test
    void everyChartThatIsOverwrittenIsTold() throws IOException {
        try (DockerRegistry registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder);
                RegistryRelay relay = RegistryRelay.before(registry, new Overwriting())) {
            List<PackedChart> charts = SmallRelease.of("1.0.0", "one").charts("oci://" + relay.host() + "/lost");
            OutsideException told =
                    catchThrowableOfType(OutsideException.class, () -> Pushes.push(Pushes.client(), charts));

            assertThat(told.problems())
                    .extracting(Problem::code)
                    .containsExactly("pushed-meanwhile", "pushed-meanwhile");
        }
    }

    /** Somebody else is right behind every write. */
    private static final class Overwriting implements RegistryRelay.Gate {
        private final Set<String> written = ConcurrentHashMap.newKeySet();

        @Override
        public void after(String request) {
            if (request.startsWith("PUT ")) {
                written.add(request.replaceFirst("PUT", "HEAD"));
            }
        }

        @Override
        public Optional<RegistryRelay.Reply> instead(String request) {
            Map<String, String> other = Map.of(
                    "Content-Type",
                    "application/vnd.oci.image.manifest.v1+json",
                    "Docker-Content-Digest",
                    "sha256:" + "0".repeat(64));
            return Optional.of(new RegistryRelay.Reply(200, other, new byte[0]))
                    .filter(reply -> request.endsWith(TAG) && written.contains(request));
        }
    }

    private static PackedChart chart(RegistryRelay relay, String text) {
        return SmallRelease.of("1.0.0", text).umbrella("oci://" + relay.host() + "/raced");
    }

    private static List<Optional<OutsideException>> pushBoth(List<PackedChart> charts) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(charts.size());
        try {
            List<Future<Optional<OutsideException>>> pushes = charts.stream()
                    .map(chart -> threads.submit(() -> push(chart)))
                    .toList();
            return List.of(pushes.get(0).get(1, TimeUnit.MINUTES), pushes.get(1).get(1, TimeUnit.MINUTES));
        } finally {
            threads.shutdownNow();
        }
    }

    private static Optional<OutsideException> push(PackedChart chart) {
        try {
            Pushes.push(Pushes.client(), List.of(chart));
            return Optional.empty();
        } catch (OutsideException told) {
            return Optional.of(told);
        }
    }

    /** Both write before one reads again; or the second late, though in the time that the first gives to others. */
    private static final class Meeting implements RegistryRelay.Gate {
        private static final int SECONDS = 30;
        private static final int SLOW = 300;
        private final boolean late;
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch bothAsked = new CountDownLatch(2);
        private final CountDownLatch oneWritten = new CountDownLatch(1);
        private final CountDownLatch bothWritten = new CountDownLatch(2);

        Meeting(boolean late) {
            this.late = late;
        }

        @Override
        public void before(String request) throws InterruptedException {
            if (isWrite(request)) {
                bothAsked.countDown();
                await(bothAsked);
                if (late && asked.getAndIncrement() == 1) {
                    await(oneWritten);
                    Thread.sleep(2 * SLOW);
                }
            }
        }

        @Override
        public void after(String request) throws InterruptedException {
            if (isWrite(request)) {
                oneWritten.countDown();
                bothWritten.countDown();
                if (late) {
                    // Whoever writes slowly is patient with others.
                    Thread.sleep(SLOW);
                } else {
                    await(bothWritten);
                }
            }
        }

        private static boolean isWrite(String request) {
            return request.startsWith("PUT ") && request.endsWith(TAG);
        }

        private static void await(CountDownLatch latch) throws InterruptedException {
            if (!latch.await(SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the other never came");
            }
        }
    }
}
