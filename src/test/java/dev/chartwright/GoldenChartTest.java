package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.chart.ChartFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * The charts of another team's platform, and what Helm renders from them, as a reviewer reads them.
 *
 * <p>Missing, extra and different files all fail. {@code -Dgolden=update} writes what is there now, and then fails too.
 * CRDs are left out: a template of one is the CRD itself.
 */
class GoldenChartTest {
    private static final Path GOLDEN = Path.of("src/test/golden/charts");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"live", "trial"})
    void makesTheReviewedCharts(String environment) throws IOException {
        SortedMap<String, String> made = made(BuiltPlatform.of(BuiltPlatform.BOOKSHOP, environment));
        Path golden = GOLDEN.resolve("bookshop-" + environment);
        if ("update".equals(System.getProperty("golden"))) {
            update(golden, made);
            fail("wrote %s: review the change, and commit it", golden);
        }

        SortedMap<String, String> expected = read(golden);

        assertThat(made.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, text) -> assertThat(made.get(path)).as(path).isEqualTo(text));
    }

    private SortedMap<String, String> made(BuiltPlatform built) {
        SortedMap<String, String> files = new TreeMap<>();
        for (ChartFile file : built.chart().allFiles()) {
            if (!file.path().contains("crds/")) {
                files.put("chart/" + file.path(), file.content());
            }
        }
        files.put("render.yaml", built.render(folder));
        return files;
    }

    private static SortedMap<String, String> read(Path golden) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (Path file : files(golden)) {
            files.put(golden.relativize(file).toString().replace('\\', '/'), Files.readString(file));
        }
        return files;
    }

    private static void update(Path golden, SortedMap<String, String> made) throws IOException {
        if (Files.exists(golden)) {
            try (Stream<Path> old = Files.walk(golden)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        for (String path : made.keySet()) {
            Path file = golden.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, made.get(path));
        }
    }

    private static List<Path> files(Path golden) throws IOException {
        try (Stream<Path> paths = Files.walk(golden)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }
}
