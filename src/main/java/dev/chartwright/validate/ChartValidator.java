package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;

/** Checks a platform and the chart made of it, layer by layer; safe to use from several threads. */
public final class ChartValidator {
    private final ChartStructure structure;
    private final HelmRender render = new HelmRender();
    private final UpgradeCheck upgrade = new UpgradeCheck();

    public ChartValidator(Path schemaFolder) {
        structure = new ChartStructure(schemaFolder);
    }

    /** Rules between parts of a platform alone. */
    public List<Problem> check(Subject subject) {
        return PlatformRules.check(subject).distinct().sorted().toList();
    }

    /**
     * Every layer; Helm is asked only about a chart in which nothing else is wrong, to tell each mistake once.
     *
     * @param traced makes the same chart with marks; asked only when something is wrong with what Helm renders
     */
    public Verdict check(Subject subject, Chart chart, Supplier<TracedChart> traced) {
        List<Problem> problems = Stream.concat(check(subject).stream(), structure(chart, traced))
                .distinct()
                .sorted()
                .toList();
        return problems.isEmpty() ? rendered(subject, chart, traced) : Verdict.of(problems);
    }

    /** What nothing reads is told last: a mistake elsewhere may be why. */
    private Verdict rendered(Subject subject, Chart chart, Supplier<TracedChart> traced) {
        Verdict verdict = render.check(subject, chart, traced);
        List<Problem> unread = verdict.problems().isEmpty()
                ? KnobRule.unread(chart, chart.name() + "/").toList()
                : List.of();
        return unread.isEmpty()
                ? verdict
                : Verdict.of(MadeLines.tell(unread, chart, traced.get())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private Stream<Problem> structure(Chart chart, Supplier<TracedChart> traced) {
        List<Problem> found = structure.check(chart);
        return found.isEmpty() ? Stream.empty() : MadeLines.tell(found, chart, traced.get());
    }

    /**
     * What Helm renders of a chart with stand-ins for its secrets, one document for each object.
     *
     * @throws dev.chartwright.problem.ProblemsException when Helm refuses it
     */
    public String objects(Chart chart) {
        return render.text(chart);
    }

    /** What an upgrade from an earlier chart of the platform meets; the new chart is without problems. */
    public Upgrade compare(Platform platform, Chart before, Chart after) {
        return upgrade.check(platform, before, after);
    }
}
