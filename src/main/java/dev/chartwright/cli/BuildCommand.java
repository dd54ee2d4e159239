package dev.chartwright.cli;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.Comparison;
import dev.chartwright.Pipeline;
import dev.chartwright.archive.OutputFolder;
import dev.chartwright.archive.SourceDateEpoch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the charts of environments; any problem in any of them leaves the last good output as it is. */
@Command(
        name = "build",
        description = "Renders, checks and packs environments into the output folder.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BuildCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Progress progress = new Progress(spec.commandLine().getOut(), options.isQuiet());
        Instant time = SourceDateEpoch.from(System.getenv());
        Pipeline pipeline = options.pipeline(time, signing.signer(time));
        List<BuiltEnvironment> built = options.run(pipeline, progress);
        OutputFolder folder = new OutputFolder(options.folders().out());
        folder.refuseForeign(built.stream().map(BuiltEnvironment::name).toList());
        built.forEach(environment -> write(folder, environment, progress));
        folder.write(new Comparison(pipeline, options.folders()).book());
        progress.table(built);
        options.tellUpgrades(built, progress);
        return ExitCode.DONE;
    }

    private void write(OutputFolder folder, BuiltEnvironment environment, Progress progress) {
        boolean changed = folder.write(environment.name(), environment.packed().files());
        String path = options.folders().out().resolve(environment.name()).toString();
        progress.say(path.replace('\\', '/') + (changed ? " written" : " is the same as before"));
    }
}
