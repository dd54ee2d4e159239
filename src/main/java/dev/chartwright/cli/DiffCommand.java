package dev.chartwright.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.Comparison;
import dev.chartwright.Folders;
import dev.chartwright.Pipeline;
import dev.chartwright.diff.DiffText;
import dev.chartwright.diff.Difference;
import dev.chartwright.previous.PreviousPackages;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what differs between two environments, or since an earlier build. */
@Command(
        name = "diff",
        description = "Says in what two environments differ, or what changed since an earlier build.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class DiffCommand implements Callable<Integer> {
    private static final int PAIR = 2;

    /** How differences are written. */
    enum Format {
        TEXT,
        MARKDOWN,
        JSON
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "ENV",
            description = "two environments; with --since those to look at, all when none is named")
    private List<String> environments = List.of();

    @Option(
            names = "--since",
            paramLabel = "PATH",
            description = "an earlier build: its output folder, one environment's folder or one .tgz")
    private @Nullable Path since;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "TEXT",
            description = "text, markdown or json (default: text)")
    private Format format = Format.TEXT;

    @Mixin
    private SourceOptions sources = new SourceOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Folders folders = sources.folders(Path.of(""));
        Pipeline pipeline = new Pipeline(folders, Instant.EPOCH);
        Comparison comparison = new Comparison(pipeline, folders);
        Optional<Path> earlier = Optional.ofNullable(since);
        if (earlier.isEmpty() && environments.size() != PAIR) {
            throw new ParameterException(spec.commandLine(), "name two environments, or an earlier build with --since");
        }
        if (earlier.isEmpty()) {
            print(
                    environments.get(0),
                    environments.get(1),
                    comparison.between(environments.get(0), environments.get(1)));
            return ExitCode.DONE;
        }
        PreviousPackages packages = PreviousPackages.at(earlier.get());
        List<String> names = environments.isEmpty() ? pipeline.environments() : environments;
        for (String name : names) {
            comparison
                    .since(packages, name)
                    .ifPresentOrElse(
                            found -> print(earlier.get() + " " + name, "this checkout", found),
                            () -> spec.commandLine().getErr().println(earlier.get() + " holds no package of " + name));
        }
        return ExitCode.DONE;
    }

    private void print(String left, String right, List<Difference> differences) {
        DiffText text = new DiffText(left, right, differences);
        boolean colours = Ansi.AUTO.enabled();
        spec.commandLine()
                .getOut()
                .print(
                        switch (format) {
                            case TEXT -> colours ? Ansi.ON.string(text.text(true)) : text.text(false);
                            case MARKDOWN -> text.markdown();
                            case JSON -> text.json();
                        });
        spec.commandLine().getOut().flush();
    }
}
