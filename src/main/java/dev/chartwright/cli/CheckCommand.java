package dev.chartwright.cli;

import java.util.List;
import java.util.concurrent.Callable;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.archive.SourceDateEpoch;
import dev.chartwright.sign.ChartSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks the charts of environments and writes nothing. */
@Command(
        name = "check",
        description = "Does what build does, and writes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut(), options.isQuiet());
        List<BuiltEnvironment> built =
                options.run(options.pipeline(SourceDateEpoch.from(System.getenv()), ChartSigner.none()), progress);
        progress.table(built);
        options.tellUpgrades(built, progress);
        progress.say("no problems; nothing was written");
        return ExitCode.DONE;
    }
}
