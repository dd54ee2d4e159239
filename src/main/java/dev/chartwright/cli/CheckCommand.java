package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.archive.SourceDateEpoch;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.sign.ChartSigner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "who reads the problems: ${COMPLETION-CANDIDATES}; all but text print them alone, on standard"
                    + " output (default: ${DEFAULT-VALUE})")
    private ReportFormat format = ReportFormat.TEXT;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (format == ReportFormat.TEXT) {
            check(new Progress(out, options.isQuiet()));
            return ExitCode.DONE;
        }
        return report(out);
    }

    private void check(Progress progress) {
        List<BuiltEnvironment> built =
                options.run(options.pipeline(SourceDateEpoch.from(System.getenv()), ChartSigner.none()), progress);
        progress.table(built);
        options.tellUpgrades(built, progress);
        progress.say("no problems; nothing was written");
    }

    /** The report is all that standard output holds, so that it can be piped. */
    private int report(PrintWriter out) {
        List<Problem> problems = List.of();
        try {
            check(new Progress(out, true));
        } catch (ProblemsException found) {
            problems = List.copyOf(found.problems());
        }
        out.print(format.report(problems));
        out.flush();
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
