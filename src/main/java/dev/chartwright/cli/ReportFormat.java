package dev.chartwright.cli;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import dev.chartwright.problem.Problem;

/** For whom problems are written. */
enum ReportFormat {
    /** People: the printer of problems. */
    TEXT(problems -> ""),
    /** Programs: a list of objects. */
    JSON(JsonReport::of),
    /** Workflow commands of GitHub Actions, shown beside the lines of a change. */
    GITHUB(GithubReport::of),
    /** SARIF 2.1.0, which code scanners and editors read. */
    SARIF(SarifReport::of);

    private final Function<List<Problem>, String> writer;

    ReportFormat(Function<List<Problem>, String> writer) {
        this.writer = writer;
    }

    /** The report, each problem once and in order, with a line end; empty for people. */
    String report(Collection<Problem> problems) {
        return writer.apply(Problem.once(problems));
    }
}
