package dev.chartwright.validate;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    static final Pattern PLACE = Pattern.compile("([\\w.+-]+)/((?:charts/[\\w.+-]+/)*templates/[^:\\s]+):(\\d+)");

    private static final Pattern FILE = Pattern.compile("([\\w.+-]+)/((?:charts/[\\w.+-]+/)*templates/[^:\\s]+)");

    private RefusedLine() {}

    /** The problem at its template, or as it is where Helm does not say or nothing is marked. */
    static Problem tell(Problem problem, TracedChart traced) {
        Optional<Problem> uneven = UnevenBlocks.tell(problem, traced);
        if (uneven.isPresent()) {
            return uneven.get();
        }
        Matcher places = PLACE.matcher(problem.what());
        return places.results()
                .map(place -> line(place, traced))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> beginning(problem, traced))
                .map(line -> at(problem, line))
                .orElse(problem);
    }

    /** Of what is no manifest at all Helm names the file alone. */
    private static Optional<TemplateLine> beginning(Problem problem, TracedChart traced) {
        Matcher file = FILE.matcher(problem.what());
        return file.find() ? traced.files().line(file.group(2), 1) : Optional.empty();
    }

    private static Problem at(Problem problem, TemplateLine line) {
        Location location = new Location(line.file(), line.line(), 0, 0);
        return new Problem(location, problem.code(), problem.what(), problem.why(), problem.fix());
    }

    private static Optional<TemplateLine> line(MatchResult place, TracedChart traced) {
        return traced.files().line(place.group(2), Integer.parseInt(place.group(3)));
    }
}
