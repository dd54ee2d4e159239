package dev.chartwright.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Platform;

/** A chart on disk for as long as Helm reads it. */
final class TemporaryChart implements AutoCloseable {
    /** The process in the name tells whose a folder is that was left behind. */
    private static final String PREFIX =
            "chartwright-check-" + ProcessHandle.current().pid() + "-";

    private final Path root;

    TemporaryChart(Platform platform, Chart chart) throws IOException {
        root = Files.createTempDirectory(PREFIX);
        for (ChartFile file : chart.allFiles()) {
            write(chart().resolve(file.path()), readable(file));
        }
        write(values(), SampleSecrets.of(platform));
    }

    Path chart() {
        return root.resolve("chart");
    }

    Path subchart(String name) {
        return chart().resolve("charts").resolve(name);
    }

    Path values() {
        return root.resolve("secrets.json");
    }

    /** Helm renders hooks, but prints none of them; under another name they are objects like all others. */
    private static String readable(ChartFile file) {
        return file.path().contains("templates/")
                ? file.content().replace("helm.sh/hook", "chartwright/hook")
                : file.content();
    }

    private static void write(Path path, String text) throws IOException {
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            List<Path> deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
