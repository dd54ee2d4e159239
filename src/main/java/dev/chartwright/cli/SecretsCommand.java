package dev.chartwright.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about values that no chart holds. */
@Command(
        name = "secrets",
        description = "Makes the secret values that an install is given.",
        subcommands = SecretsInitCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class SecretsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
