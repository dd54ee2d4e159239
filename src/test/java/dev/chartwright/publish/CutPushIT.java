package dev.chartwright.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.distribution.RegistryRelay;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry that is gone in the middle of a push leaves no version that lacks something. */
class CutPushIT {
    private static final int RUNS = 40;
    private static final int MOST_REQUESTS = 60;
    private static final Limits HASTY =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(40), 2, Duration.ofMillis(1), Duration.ofMillis(2));

    @TempDir
    private static Path folder;

    private static DockerRegistry registry;

    @BeforeAll
    static void start() throws IOException {
        registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, folder);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Test
    void leavesEachVersionWholeOrAbsentAndIsFinishedByTheNext() throws IOException {
        long seed = Long.getLong("cut.seed", System.nanoTime());
        System.out.println("CutPushIT: -Dcut.seed=" + seed);
        Random random = new Random(seed);
        int cut = 0;
        for (int run = 0; run < RUNS; run++) {
            SmallRelease release =
                    SmallRelease.of("1.0.0", "run " + run).with(SmallRelease.BILL, "{\"run\":" + run + "}");
            cut += cutPush(release, "run-" + run, 1 + random.nextInt(MOST_REQUESTS)) ? 1 : 0;
            List<PackedChart> charts = release.charts("oci://" + registry.host() + "/run-" + run);
            assertThat(charts).as("run " + run).allMatch(CutPushIT::isWholeOrAbsent);

            Pushes.push(Pushes.client(registry), charts);
            assertThat(charts).as("run " + run).allMatch(CutPushIT::isWhole);
        }
        assertThat(cut).isBetween(RUNS / 4, RUNS);
    }

    /** Whether the push noticed that only so many requests were answered. */
    private static boolean cutPush(SmallRelease release, String name, int requests) throws IOException {
        AtomicInteger left = new AtomicInteger(requests);
        RegistryRelay.Gate gone = new RegistryRelay.Gate() {
            @Override
            public void before(String request) throws IOException {
                if (left.getAndDecrement() <= 0) {
                    throw new IOException("gone");
                }
            }
        };
        try (RegistryRelay relay = RegistryRelay.before(registry, gone)) {
            Registry client = new Registry(
                    new RegistrySettings(true, Optional.empty(), Map.of(), HASTY), host -> Optional.empty());
            Pushes.push(client, release.charts("oci://" + relay.host() + "/" + name));
            return false;
        } catch (OutsideException noticed) {
            assertThat(noticed.problems()).isNotEmpty();
            return true;
        }
    }

    private static boolean isWholeOrAbsent(PackedChart chart) {
        return Pushes.client(registry).head(chart.reference()).isEmpty() || isWhole(chart);
    }

    /** Also what is attached stands before the version does. */
    private static boolean isWhole(PackedChart chart) {
        Registry client = Pushes.client(registry);
        HelmArtifact artifact = chart.artifact();
        Reference list = chart.reference().withTag("sha256-" + chart.digest().hex());
        return client.head(chart.reference()).map(Descriptor::digest).equals(Optional.of(chart.digest()))
                && client.has(chart.reference(), artifact.config().descriptor().digest())
                && artifact.layers().stream()
                        .allMatch(layer ->
                                client.has(chart.reference(), layer.descriptor().digest()))
                && (chart.documents().isEmpty() || client.head(list).isPresent());
    }
}
