package dev.chartwright;

import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.Chart;
import dev.chartwright.diff.ChartDiff;
import dev.chartwright.diff.Difference;
import dev.chartwright.diff.Expectations;
import dev.chartwright.diff.PlatformDiff;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.model.Environment;
import dev.chartwright.model.ExpectedDifferences;
import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Problem;
import dev.chartwright.validate.ChartValidator;

/** Holds environments against each other, and a build against an earlier one. */
public final class Comparison {
    private final Pipeline pipeline;
    private final ChartValidator validator;

    public Comparison(Pipeline pipeline, Folders folders) {
        this.pipeline = pipeline;
        validator = new ChartValidator(folders.schema());
    }

    /** In what two environments differ. */
    public List<Difference> between(String left, String right) {
        return PlatformDiff.of(
                pipeline.load(left).platform(), pipeline.load(right).platform());
    }

    /** What changed in an environment since an earlier package; nothing to compare with gives nothing. */
    public Optional<List<Difference>> since(PreviousPackages packages, String environment) {
        Chart now = pipeline.run(environment).packed().umbrella().chart();
        return packages.find(environment, now.name())
                .map(before -> ChartDiff.of(validator.objects(before), validator.objects(now)));
    }

    /** What nobody wrote down that environments differ in, if these two are among those that are looked at. */
    public List<Problem> unexpected(String environment) {
        LoadedPlatform right = pipeline.load(environment);
        Environment described = right.platform().environment();
        return described
                .expectedDifferences()
                .filter(expected -> expected.right().equals(environment))
                .filter(expected -> pipeline.environments().contains(expected.left()))
                .map(expected -> check(expected, pipeline.load(expected.left()), right))
                .orElse(List.of());
    }

    private static List<Problem> check(ExpectedDifferences expected, LoadedPlatform left, LoadedPlatform right) {
        return new Expectations(expected, left.origins(), right.origins())
                .check(PlatformDiff.of(left.platform(), right.platform()));
    }
}
