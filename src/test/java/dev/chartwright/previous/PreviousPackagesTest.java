package dev.chartwright.previous;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.tar.ChartTar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PreviousPackagesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "stage", "stage/shop-stage-1.2.3.tgz"})
    void findsAnEnvironmentInAllFormsOfAPlace(String place) throws IOException {
        pack(chart("shop-stage", "1.2.3"), "stage/shop-stage-1.2.3.tgz");
        pack(chart("shop-live", "1.2.3"), "live/shop-live-1.2.3.tgz");
        Chart found = PreviousPackages.at(folder.resolve(place))
                .find("stage", "shop-stage")
                .orElseThrow();
        assertThat(found).isEqualTo(chart("shop-stage", "1.2.3"));
    }

    @Test
    void findsNothingOfAnotherEnvironment() throws IOException {
        pack(chart("shop-stage", "1.2.3"), "stage/shop-stage-1.2.3.tgz");
        pack(chart("shop-stage-two", "1.2.3"), "stage/shop-stage-two-1.2.3.tgz");
        assertThat(PreviousPackages.at(folder).find("live", "shop-live")).isEmpty();
        assertThat(PreviousPackages.at(folder.resolve("stage/shop-stage-1.2.3.tgz"))
                        .find("live", "shop-live"))
                .isEmpty();
        assertThat(PreviousPackages.at(folder).find("stage", "shop-stage")).isPresent();
        assertThat(PreviousPackages.none().find("stage", "shop-stage")).isEmpty();
    }

    @Test
    void refusesToChoose() throws IOException {
        pack(chart("shop-stage", "1.2.3"), "stage/shop-stage-1.2.3.tgz");
        pack(chart("shop-stage", "1.2.4"), "stage/shop-stage-1.2.4.tgz");
        Problem problem = problem(folder);
        assertThat(problem.code()).isEqualTo("missing-previous");
        assertThat(problem.what()).contains("2 packages of `shop-stage`");
    }

    @Test
    void saysThatThereIsNothing() {
        assertThat(problem(folder.resolve("gone")).code()).isEqualTo("missing-previous");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name: ../x\nversion: 1.0.0\n", "name: x\nversion: ../1\n", "version: 1.0.0\n", "[]\n"})
    void refusesNamesThatAreNone(String description) throws IOException {
        pack(new Chart("x", "1", List.of(new ChartFile("Chart.yaml", description)), List.of()), "x.tgz");
        assertThat(problem(folder.resolve("x.tgz")).code()).isEqualTo("unreadable-archive");
    }

    @Test
    void refusesAPackageWithoutADescription() throws IOException {
        pack(new Chart("x", "1", List.of(new ChartFile("values.yaml", "")), List.of()), "x.tgz");
        assertThat(problem(folder.resolve("x.tgz")).what()).contains("it holds no `Chart.yaml`");
    }

    @Test
    void refusesPackedSubcharts() throws IOException {
        Chart chart = chart("x", "1.0.0");
        List<ChartFile> files = List.of(chart.files().get(0), new ChartFile("charts/y-1.0.0.tgz", ""));
        pack(new Chart("x", "1.0.0", files, List.of()), "x.tgz");
        assertThat(problem(folder.resolve("x.tgz")).what()).contains("`y-1.0.0.tgz` beside the folders of subcharts");
    }

    private Problem problem(Path place) {
        ProblemsException thrown = catchThrowableOfType(
                ProblemsException.class, () -> PreviousPackages.at(place).find("stage", "shop-stage"));
        assertThat(thrown.problems()).hasSize(1);
        return thrown.problems().get(0);
    }

    private static Chart chart(String name, String version) {
        ChartFile description = new ChartFile("Chart.yaml", "name: " + name + "\nversion: " + version + "\n");
        Chart part = new Chart("part", version, List.of(new ChartFile("templates/a.yaml", "a: 1\n")), List.of());
        return new Chart(name, version, List.of(description, new ChartFile("values.yaml", "b: 2\n")), List.of(part));
    }

    private void pack(Chart chart, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(file))) {
            packed.write(new ChartTar(Instant.EPOCH).of(chart));
        }
    }
}
