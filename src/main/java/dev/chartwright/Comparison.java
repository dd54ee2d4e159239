package dev.chartwright;

import java.util.List;
import java.util.Optional;

import dev.chartwright.book.DifferenceRow;
import dev.chartwright.book.PlatformBook;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.diff.ChartDiff;
import dev.chartwright.diff.Difference;
import dev.chartwright.diff.Expectations;
import dev.chartwright.diff.PlatformDiff;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.model.Environment;
import dev.chartwright.model.ExpectedDifferences;
import dev.chartwright.model.Platform;
import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
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

    /** The page of all environments that are without problems. */
    public OutputFile book() {
        List<Platform> platforms = pipeline.environments().stream()
                .flatMap(name -> readable(name).stream())
                .toList();
        Optional<ExpectedDifferences> compared = platforms.stream()
                .flatMap(platform -> platform.environment().expectedDifferences().stream())
                .filter(pair -> readable(pair.left()).isPresent()
                        && readable(pair.right()).isPresent())
                .findFirst();
        return PlatformBook.of(
                platforms,
                compared.map(pair -> pair.left() + " and " + pair.right()).orElse(""),
                compared.map(pair -> rows(between(pair.left(), pair.right()))).orElse(List.of()));
    }

    private Optional<Platform> readable(String environment) {
        try {
            return Optional.of(pipeline.load(environment).platform());
        } catch (ProblemsException told) {
            return Optional.empty();
        }
    }

    private static List<DifferenceRow> rows(List<Difference> differences) {
        return differences.stream()
                .map(one -> new DifferenceRow(one.component(), one.path(), one.left(), one.right()))
                .toList();
    }

    private static List<Problem> check(ExpectedDifferences expected, LoadedPlatform left, LoadedPlatform right) {
        return new Expectations(expected, left.origins(), right.origins())
                .check(PlatformDiff.of(left.platform(), right.platform()));
    }
}
