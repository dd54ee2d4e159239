package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.problem.Problem;

/** Checks a platform and the chart made of it, layer by layer; safe to use from several threads. */
public final class ChartValidator {
    private final ChartStructure structure;
    private final HelmRender render = new HelmRender();
    private final UpgradeCheck upgrade = new UpgradeCheck();

    public ChartValidator(Path schemaFolder) {
        structure = new ChartStructure(schemaFolder);
    }

    /** Has Helm get ready in the background, for a check that comes. */
    public void prepare() {
        render.prepare();
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
        List<Problem> problems = Stream.concat(check(subject).stream(), structure(subject, chart, traced).stream())
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
                : Verdict.of(atTemplates(
                        unread, subject, chart.allFiles(), traced.get().files()));
    }

    private List<Problem> structure(Subject subject, Chart chart, Supplier<TracedChart> traced) {
        List<Problem> problems = structure.check(chart);
        return problems.isEmpty()
                ? problems
                : atTemplates(problems, subject, chart.allFiles(), traced.get().files());
    }

    /**
     * Problems of a chart's files, told at the templates that make these.
     *
     * @param files the files, as their lines are counted in the problems
     * @param traced the same with marks
     */
    public static List<Problem> atTemplates(
            List<Problem> problems, Subject subject, List<ChartFile> files, TracedFiles traced) {
        String chart = subject.platform().environment().chartName();
        return new TemplatePlaces(chart, files, traced, subject.origins()).tell(problems);
    }

    /**
     * What Helm renders of a chart with stand-ins for its secrets, one document for each object.
     *
     * @throws dev.chartwright.problem.ProblemsException when Helm refuses it
     */
    public String objects(Chart chart) {
        return render.text(chart);
    }

    /**
     * What an upgrade from an earlier chart of the platform meets; the new chart is without problems.
     *
     * @param traced makes the new chart with marks; asked only when something is wrong
     */
    public Upgrade compare(Subject subject, Chart before, Chart after, Supplier<TracedChart> traced) {
        return upgrade.check(subject, before, after, traced);
    }
}
