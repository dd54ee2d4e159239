package dev.chartwright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.Environments;
import dev.chartwright.Folders;
import dev.chartwright.Pipeline;
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
            names = {"-q", "--quiet"},
            description = "print problems only")
    private boolean quiet;

    Folders folders() {
        return sources.folders(out);
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Runs the pipeline for the named environments, each once. */
    List<BuiltEnvironment> run(Progress progress, Instant time) {
        Pipeline pipeline = new Pipeline(folders(), time);
        List<String> names = environments.isEmpty()
                ? pipeline.environments()
                : environments.stream().distinct().toList();
        return Environments.run(pipeline, names, progress::checked);
    }
}
