package dev.chartwright.validate;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TemplateLine;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmException;
import dev.chartwright.helm.HelmOverrun;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/**
 * Which template takes more than a render may.
 *
 * <p>A render that was stopped does not tell where it was, so each template is rendered by itself.
 *
 * @param helm what renders
 * @param chart the chart that takes too much
 * @param namespace namespace of the release
 * @param secrets values at install
 */
record OverrunTemplate(HelmEngine helm, Chart chart, String namespace, String secrets) {
    private static final String TEMPLATES = "templates/";
    /** What makes much of little. */
    private static final Pattern MULTIPLIES = Pattern.compile("\\{\\{.*\\b(until|untilStep|seq|repeat)\\b");

    private static final Pattern REPEATS = Pattern.compile("\\{\\{.*\\b(range|include|template)\\b");

    /** What was stopped, and where. */
    private record Stopped(String path, HelmOverrun overrun) {}

    Problem tell(HelmOverrun overrun, TracedChart traced, TemporaryCharts folder) throws IOException {
        Optional<Stopped> stopped = find(folder);
        return new Problem(
                stopped.map(found -> place(found.path(), traced)).orElse(Location.ofFile(chart.name() + "/")),
                "render-limit",
                "to render the chart `" + chart.name() + "` takes more than " + overrun.bound()
                        + stopped.map(OverrunTemplate::alone).orElse(", though no template by itself does"),
                "a render may take " + helm.limits() + ", so that every build ends",
                "let it make less: look at `range` over `until` or `seq`, at `repeat`, and at templates that"
                        + " include each other");
    }

    private static String alone(Stopped stopped) {
        return ", and `" + stopped.path() + "` by itself more than "
                + stopped.overrun().bound();
    }

    private Optional<Stopped> find(TemporaryCharts folder) throws IOException {
        for (ChartFile file : chart.allFiles()) {
            Optional<Stopped> stopped = isRendered(file.path()) ? stopped(file.path(), folder) : Optional.empty();
            if (stopped.isPresent()) {
                return stopped;
            }
        }
        return Optional.empty();
    }

    private Optional<Stopped> stopped(String path, TemporaryCharts folder) throws IOException {
        try {
            helm.forParts().template(folder.pack(only(path, chart, "")), namespace, folder.values(secrets));
            return Optional.empty();
        } catch (HelmOverrun overrun) {
            return Optional.of(new Stopped(path, overrun));
        } catch (HelmException needsTheOthers) {
            return Optional.empty();
        }
    }

    private static Chart only(String path, Chart chart, String above) {
        List<ChartFile> files = chart.files().stream()
                .filter(file -> !isRendered(file.path()) || path.equals(above + file.path()))
                .toList();
        List<Chart> parts = chart.subcharts().stream()
                .map(part -> only(path, part, above + "charts/" + part.name() + "/"))
                .toList();
        return new Chart(chart.name(), chart.version(), files, parts);
    }

    /** Partials are rendered where they are included. */
    private static boolean isRendered(String path) {
        boolean partial = path.substring(path.lastIndexOf('/') + 1).startsWith("_");
        return (path.startsWith(TEMPLATES) || path.contains("/" + TEMPLATES)) && !partial;
    }

    private Location place(String path, TracedChart traced) {
        return traced.files()
                .line(path, line(path))
                .map(OverrunTemplate::location)
                .orElse(Location.ofFile(chart.name() + "/" + path));
    }

    private static Location location(TemplateLine line) {
        return new Location(line.file(), line.line(), 0, 0);
    }

    /** The likeliest line, from 1. */
    private int line(String path) {
        List<String> lines = chart.allFiles().stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.content().lines())
                .toList();
        return Stream.of(MULTIPLIES, REPEATS)
                        .flatMap(likely -> lines.stream().filter(likely.asPredicate()))
                        .mapToInt(lines::indexOf)
                        .findFirst()
                        .orElse(0)
                + 1;
    }
}
