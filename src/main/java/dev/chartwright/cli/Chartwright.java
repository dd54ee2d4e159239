package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command `chartwright`. */
@Command(
        name = "chartwright",
        description = "Turns one typed description of a platform into checked, reproducible umbrella Helm charts.",
        subcommands = {
            BuildCommand.class,
            CheckCommand.class,
            CrdsCommand.class,
            DiffCommand.class,
            ExplainCommand.class,
            ImagesCommand.class,
            IndexCommand.class,
            PushCommand.class,
            SecretsCommand.class,
            VerifyCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {"", "Exit codes: 0 done, 1 problems in the input, 2 wrong command line,", "3 outside world, 4 bug."})
public final class Chartwright implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    private Chartwright() {}

    /** Runs one command line and returns its exit code. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        Optional<String> refusal = NameSpelling.ofThisProcess().refusal(args);
        if (refusal.isPresent()) {
            err.println("chartwright: " + refusal.get());
            return ExitCode.OUTSIDE;
        }
        CommandLine line = new CommandLine(new Chartwright())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((stopped, command, parsed) -> new Failures(err).tell(stopped));
        try {
            return line.execute(args);
        } catch (Error broken) {
            return new Failures(err).tell(broken);
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
