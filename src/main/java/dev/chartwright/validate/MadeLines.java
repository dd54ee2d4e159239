package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TemplateLine;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** Tells problems of a chart's files at the lines of the templates that made them. */
final class MadeLines {
    private final Chart chart;
    private final TracedChart traced;

    private MadeLines(Chart chart, TracedChart traced) {
        this.chart = chart;
        this.traced = traced;
    }

    /** The problems at their templates, or as they are where no template made the line. */
    static Stream<Problem> tell(List<Problem> problems, Chart chart, TracedChart traced) {
        MadeLines lines = new MadeLines(chart, traced);
        return problems.stream().map(lines::tell);
    }

    private Problem tell(Problem problem) {
        Location made = problem.location();
        String path = made.file().substring(made.file().indexOf('/') + 1);
        return made.line() == 0
                ? problem
                : traced.files()
                        .line(path, made.line())
                        .map(line -> problem.at(place(line, token(path, made))))
                        .orElse(problem);
    }

    /** What the problem underlines. */
    private String token(String path, Location made) {
        Optional<String> text = chart.allFiles().stream()
                .filter(file -> file.path().equals(path))
                .map(ChartFile::content)
                .flatMap(String::lines)
                .skip(made.line() - 1L)
                .findFirst();
        return text.filter(line -> made.column() > 0 && made.column() - 1 + made.length() <= line.length())
                .map(line -> line.substring(made.column() - 1, made.column() - 1 + made.length()))
                .orElse("");
    }

    private static Location place(TemplateLine line, String token) {
        int at = token.isEmpty() ? -1 : line.text().indexOf(token);
        return at < 0
                ? new Location(line.file(), line.line(), 0, 0)
                : new Location(line.file(), line.line(), at + 1, token.length());
    }
}
