package dev.chartwright.validate;

import java.util.function.Function;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** The files of a chart have names and sizes that Helm reads as they are meant. */
final class ChartFiles {
    /** Limits of Helm's loader, the same in 3 and 4. */
    private static final int LARGEST_FILE = 5 * 1024 * 1024;

    private static final long LARGEST_CHART = 100L * 1024 * 1024;

    private ChartFiles() {}

    /** Files of a chart without those of its subcharts. */
    static Stream<Problem> check(Chart chart, String label) {
        Stream<Function<ChartFile, Stream<Problem>>> checks = Stream.of(
                file -> hidden(chart, file, label), file -> manifest(file, label), file -> large(file, label));
        return checks.flatMap(check -> chart.files().stream().flatMap(check));
    }

    /** The whole chart, as one package. */
    static Stream<Problem> whole(Chart chart, String label) {
        long size =
                chart.allFiles().stream().mapToLong(file -> file.bytes().length).sum();
        return size <= LARGEST_CHART
                ? Stream.empty()
                : Stream.of(tooLarge(label, "the chart takes " + size + " bytes, and the most is " + LARGEST_CHART));
    }

    /** Helm takes some names as orders to itself, and packs others that nobody looks for. */
    private static Stream<Problem> hidden(Chart chart, ChartFile file, String label) {
        String path = file.path();
        return !isHidden(path)
                ? Stream.empty()
                : Stream.of(new Problem(
                        Location.ofFile(label + path),
                        "dot-file",
                        "chart `" + chart.name() + "` holds the hidden file `" + path + "`",
                        "Helm reads `.helmignore` and leaves other hidden files to chance",
                        "rename the template, or remove it"));
    }

    private static boolean isHidden(String path) {
        return path.startsWith(".") || path.contains("/.");
    }

    /** Helm renders every file there, whatever its name; lint and people look for endings. */
    private static Stream<Problem> manifest(ChartFile file, String label) {
        String path = file.path();
        boolean known = Stream.of(".yaml", ".yml", ".tpl", ".txt").anyMatch(path::endsWith);
        return !path.startsWith("templates/") || known || isHidden(path)
                ? Stream.empty()
                : Stream.of(new Problem(
                        Location.ofFile(label + path),
                        "manifest-ending",
                        "`" + path + "` ends in none of `.yaml`, `.yml`, `.tpl` and `.txt`",
                        "Helm renders every file in `templates/` and applies what comes out, and `helm lint` refuses other"
                                + " endings",
                        "give it the ending `.yaml`, or move it out of `templates/`"));
    }

    private static Stream<Problem> large(ChartFile file, String label) {
        int size = file.bytes().length;
        return size <= LARGEST_FILE
                ? Stream.empty()
                : Stream.of(tooLarge(
                        label + file.path(),
                        "`" + file.path() + "` takes " + size + " bytes, and the most is " + LARGEST_FILE));
    }

    private static Problem tooLarge(String place, String what) {
        return new Problem(
                Location.ofFile(place),
                "chart-size",
                what,
                "Helm reads no file of a chart above 5 MiB, and no chart above 100 MiB",
                "move data out of the chart, into an image or a volume");
    }
}
