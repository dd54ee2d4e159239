package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TemplateLine;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/**
 * Where in our templates stands what Helm refuses.
 *
 * <p>Helm names files and lines of the chart, from the outside in; a line of the traced chart is marked with the line
 * of the template that made it.
 */
final class RefusedLine {
    private static final Pattern PLACE =
            Pattern.compile("([\\w.+-]+)/((?:charts/[\\w.+-]+/)*templates/[^:\\s]+):(\\d+)");

    private RefusedLine() {}

    /** The problem at its template, or as it is where Helm does not say or nothing is marked. */
    static Problem tell(Problem problem, TracedChart traced) {
        Matcher places = PLACE.matcher(problem.what());
        return places.results()
                .map(place -> line(place, traced))
                .flatMap(Optional::stream)
                .findFirst()
                .map(line -> at(problem, line))
                .orElse(problem);
    }

    private static Problem at(Problem problem, TemplateLine line) {
        Location location = new Location(line.file(), line.line(), 0, 0);
        return new Problem(location, problem.code(), problem.what(), problem.why(), problem.fix());
    }

    private static Optional<TemplateLine> line(MatchResult place, TracedChart traced) {
        return file(traced.chart(), place.group(2)).flatMap(file -> {
            List<String> lines = file.content().lines().toList();
            return lines.stream()
                    .skip(Integer.parseInt(place.group(3)) - 1L)
                    .map(TemplateLine::number)
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .map(number -> traced.lines().get(number.getAsInt()));
        });
    }

    private static Optional<ChartFile> file(Chart chart, String path) {
        return chart.allFiles().stream()
                .filter(file -> file.path().equals(path))
                .findFirst();
    }
}
