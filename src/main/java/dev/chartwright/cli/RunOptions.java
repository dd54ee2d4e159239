package dev.chartwright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.Comparison;
import dev.chartwright.Environments;
import dev.chartwright.Folders;
import dev.chartwright.Pipeline;
import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.sign.ChartSigner;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What `build` and `check` share: which environments, from where, how loud. */
final class RunOptions {
    @Parameters(arity = "0..*", paramLabel = "ENV", description = "environments; all when none is named")
    private List<String> environments = List.of();

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "charts-out",
            description = "packed charts (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Option(
            names = "--previous",
            paramLabel = "PATH",
            description = "compare with the packages of an earlier build: its output folder, one environment's folder"
                    + " or one .tgz; what an upgrade could not change is a problem")
    private @Nullable Path previous;

    @Option(
            names = {"-q", "--quiet"},
            description = "print problems only")
    private boolean quiet;

    Folders folders() {
        return sources.folders(out);
    }

    boolean isQuiet() {
        return quiet;
    }

    private Optional<Path> previous() {
        return Optional.ofNullable(previous);
    }

    /** Says what an upgrade needs, where an earlier build was named. */
    void tellUpgrades(List<BuiltEnvironment> built, Progress progress) {
        previous()
                .map(path -> new UpgradeWords(path, out))
                .ifPresent(words -> built.stream().flatMap(words::of).forEach(progress::say));
    }

    /** A pipeline over the folders that are named. */
    Pipeline pipeline(Instant time, ChartSigner signer) {
        PreviousPackages packages = previous().map(PreviousPackages::at).orElseGet(PreviousPackages::none);
        return new Pipeline(folders(), time, packages, signer);
    }

    /** Runs a pipeline for the named environments, each once. */
    List<BuiltEnvironment> run(Pipeline pipeline, Progress progress) {
        List<String> names = environments.isEmpty()
                ? pipeline.environments()
                : environments.stream().distinct().toList();
        List<BuiltEnvironment> built = Environments.run(pipeline, names, progress::checked);
        Comparison comparison = new Comparison(pipeline, folders());
        List<Problem> unexpected = names.stream()
                .flatMap(name -> comparison.unexpected(name).stream())
                .toList();
        if (!unexpected.isEmpty()) {
            throw new ProblemsException(unexpected);
        }
        return built;
    }
}
