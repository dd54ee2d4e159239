package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;

/** Checks a platform and the chart made of it, layer by layer; safe to use from several threads. */
public final class ChartValidator {
    private final ChartStructure structure;
    private final HelmRender render = new HelmRender();
    private final UpgradeCheck upgrade = new UpgradeCheck();

    public ChartValidator(Path schemaFolder) {
        structure = new ChartStructure(schemaFolder);
    }

    /**
     * Rules between parts of a platform alone.
     *
     * @param others the platform's other environments by origins; asked only when something is missing
     */
    public List<Problem> check(Platform platform, Origins origins, Supplier<Map<Platform, Origins>> others) {
        return PlatformRules.check(new Subject(platform, origins, () -> subjects(others.get())))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<Subject> subjects(Map<Platform, Origins> others) {
        return others.entrySet().stream()
                .map(other -> new Subject(other.getKey(), other.getValue()))
                .toList();
    }

    /**
     * Every layer; Helm is asked only about a chart in which nothing else is wrong, to tell each mistake once.
     *
     * @param traced makes the same chart with marks; asked only when something is wrong with what Helm renders
     */
    public Verdict check(Platform platform, Origins origins, Chart chart, Supplier<TracedChart> traced) {
        List<Problem> problems = Stream.concat(
                        check(platform, origins, Map::of).stream(), structure.check(chart).stream())
                .distinct()
                .sorted()
                .toList();
        return problems.isEmpty() ? render.check(new Subject(platform, origins), chart, traced) : Verdict.of(problems);
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
