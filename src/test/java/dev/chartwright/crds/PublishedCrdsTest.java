package dev.chartwright.crds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublishedCrdsTest {
    private static final String IN_CHART = "charts/house/crds/lamps.example.com.yaml";

    @TempDir
    private Path root;

    private static List<ChartFile> files() {
        return List.of(
                new ChartFile("charts/house/crds/fans.example.com.yaml", "compact fans\n"),
                new ChartFile(IN_CHART, "compact lamps\n"),
                new ChartFile("charts/house/templates/lamps.example.com.yaml", "no definition\n"),
                new ChartFile("values.yaml", "{}\n"));
    }

    @Test
    void replacesWhatWasFetchedAndNothingElse() throws IOException {
        LockedFolder folder = LockedFolder.in(root);
        new CrdPuller(folder.schema(), Optional.of(folder.mirror())).pull(pulled -> {});
        Files.delete(folder.pulled("fans"));
        List<ChartFile> replaced = new PublishedCrds(folder.schema()).replace(files());
        assertThat(replaced).hasSize(4).contains(new ChartFile(IN_CHART, withWave(LockedFolder.LAMPS)));
        assertThat(replaced).filteredOn(file -> !files().contains(file)).hasSize(1);
    }

    @Test
    void needsNoLockWhenNothingWasFetched() {
        assertThat(new PublishedCrds(root).replace(files())).isEqualTo(files());
    }

    @Test
    void refusesAFileWithOtherBytes() throws IOException {
        LockedFolder folder = LockedFolder.in(root);
        Files.createDirectories(folder.pulled("lamps").getParent());
        Files.writeString(folder.pulled("lamps"), LockedFolder.FANS);
        assertRefused(folder, "wrong-digest");
    }

    @Test
    void refusesAFileThatTheLockDoesNotName() throws IOException {
        LockedFolder folder = LockedFolder.in(root);
        Files.createDirectories(folder.pulled("lamp").getParent());
        Files.writeString(folder.pulled("lamp"), LockedFolder.LAMPS);
        Problem problem = assertRefused(folder, "unlocked-crd");
        assertThat(problem.fix()).contains("`lamps.example.com.yaml`");
    }

    private static Problem assertRefused(LockedFolder folder, String code) {
        PublishedCrds crds = new PublishedCrds(folder.schema());
        ProblemsException refused = assertThatThrownBy(() -> crds.replace(files()))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemsException.class))
                .actual();
        assertThat(refused.problems()).extracting(Problem::code).containsExactly(code);
        assertThat(refused.problems().get(0).location().file())
                .endsWith("lamp" + (code.startsWith("w") ? "s" : "") + ".example.com.yaml");
        return refused.problems().get(0);
    }

    @Test
    void cutsWhatOnlyTheApiServerWrites() {
        String text = """
                # Licence: MIT

                ---
                apiVersion: apiextensions.k8s.io/v1
                metadata:
                  creationTimestamp: null
                  name: lamps.example.com
                spec:
                  versions:
                  - subresources:
                      status: {}
                    metadata:
                      creationTimestamp: keep
                status:
                  acceptedNames:
                    kind: ""
                  conditions: []
                """;
        assertThat(PublishedManifest.shipped(text)).isEqualTo("""
                # Licence: MIT

                ---
                apiVersion: apiextensions.k8s.io/v1
                metadata:
                  annotations:
                    argocd.argoproj.io/sync-wave: "-1"
                  name: lamps.example.com
                spec:
                  versions:
                  - subresources:
                      status: {}
                    metadata:
                      creationTimestamp: keep
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {LockedFolder.LAMPS, "a: |\n  status: x\n", "status: {}\nb: 1\n"})
    void keepsEverythingElse(String text) {
        assertThat(PublishedManifest.shipped(text)).isEqualTo(withWave(text.replace("status: {}\n", "")));
    }

    private static String withWave(String text) {
        return text.replace("metadata:\n", "metadata:\n  annotations:\n    argocd.argoproj.io/sync-wave: \"-1\"\n");
    }

    @Test
    void addsTheWaveToAnnotationsThatAreThere() {
        String text = "metadata:\n  annotations:\n    a: b\n  name: lamps\n";
        assertThat(PublishedManifest.shipped(text))
                .isEqualTo(
                        "metadata:\n  annotations:\n    argocd.argoproj.io/sync-wave: \"-1\"\n    a: b\n  name: lamps\n");
    }
}
