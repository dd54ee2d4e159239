package dev.chartwright.validate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TemplateLine;
import dev.chartwright.tar.ChartTar;

/** Charts as packages on disk for as long as Helm reads them: one file is faster than hundreds. */
final class TemporaryCharts implements AutoCloseable {
    /** What {@code helm.sh/hook} is called in a packed chart. */
    static final String HOOK = "chartwright/hook";

    private static final String WRITTEN_HOOK = "helm.sh/hook";

    private static final ChartTar TAR = new ChartTar(Instant.EPOCH);
    private final Path root;

    TemporaryCharts() throws IOException {
        root = TemporaryFolders.make();
    }

    /** A values file for Helm; one at a time, the next takes its place. */
    Path values(String text) throws IOException {
        return TemporaryFolders.working(() -> Files.writeString(root.resolve("values.json"), text));
    }

    /** The chart's package. */
    Path pack(Chart chart) throws IOException {
        byte[] tar = TAR.of(readable(chart));
        return TemporaryFolders.working(() -> write(tar, root.resolve(chart.archiveName())));
    }

    private static Path write(byte[] tar, Path file) throws IOException {
        try (OutputStream packed = new FastGzip(Files.newOutputStream(file))) {
            packed.write(tar);
        }
        return file;
    }

    /** Helm renders hooks, but prints none of them; under another name they are objects like all others. */
    private static Chart readable(Chart chart) {
        return new Chart(
                chart.name(),
                chart.version(),
                chart.files().stream().map(TemporaryCharts::readable).toList(),
                chart.subcharts().stream().map(TemporaryCharts::readable).toList());
    }

    private static ChartFile readable(ChartFile file) {
        return file.path().startsWith("templates/")
                ? new ChartFile(file.path(), unmarked(file).replace(WRITTEN_HOOK, HOOK))
                : file;
    }

    static boolean isManifest(String path) {
        return path.endsWith(".yaml") || path.endsWith(".yml");
    }

    /** Text that is printed inside other lines, or is no YAML at all, would show its marks. */
    private static String unmarked(ChartFile file) {
        boolean marked = !isManifest(file.path()) && file.content().contains("#@");
        return marked
                ? file.content().lines().map(TemplateLine::withoutMarks).collect(Collectors.joining("\n", "", "\n"))
                : file.content();
    }

    /** A rendered line as the chart itself renders it. */
    static String asWritten(String line) {
        return line.replace(HOOK, WRITTEN_HOOK);
    }

    @Override
    public void close() throws IOException {
        TemporaryFolders.remove(root);
    }

    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
