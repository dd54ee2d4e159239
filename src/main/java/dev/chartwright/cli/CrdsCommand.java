package dev.chartwright.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Commands about the CustomResourceDefinitions that projects publish. */
@Command(
        name = "crds",
        description = "Fetches the full CustomResourceDefinitions of other projects.",
        subcommands = CrdsPullCommand.class,
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CrdsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
