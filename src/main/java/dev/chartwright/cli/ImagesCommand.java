package dev.chartwright.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about container images. */
@Command(
        name = "images",
        description = "Pins the container images of a platform.",
        subcommands = ImagesLockCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ImagesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
