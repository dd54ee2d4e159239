package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.explain.Explanation;
import dev.chartwright.explain.Explanations;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Quote;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a problem code means. */
@Command(
        name = "explain",
        description = "Says what a problem code means: the rule, why it matters, an example of wrong and right.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", arity = "0..1", description = "the code; all are listed when none is named")
    private Optional<String> code = Optional.empty();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Explanations explanations = Explanations.read();
        PrintWriter out = spec.commandLine().getOut();
        code.ifPresentOrElse(name -> explain(out, explanations, name), () -> list(out, explanations));
        return ExitCode.DONE;
    }

    private void explain(PrintWriter out, Explanations explanations, String name) {
        Explanation found = explanations.of(name).orElseThrow(() -> unknown(explanations, name));
        out.println(found.code());
        out.println();
        out.println("  " + found.rule());
        out.println("  " + found.why());
        out.println();
        out.println("  wrong:");
        found.wrong().lines().forEach(line -> out.println("    " + line));
        out.println();
        out.println("  right:");
        found.right().lines().forEach(line -> out.println("    " + line));
    }

    private static void list(PrintWriter out, Explanations explanations) {
        int longest =
                explanations.codes().stream().mapToInt(String::length).max().orElse(0);
        explanations
                .all()
                .forEach(explanation -> out.println(explanation.code()
                        + " ".repeat(longest + 2 - explanation.code().length())
                        + explanation.rule()));
    }

    private ParameterException unknown(Explanations explanations, String name) {
        String fix = NearestNames.of(name, explanations.codes()).isEmpty()
                ? "`explain` alone lists all"
                : NearestNames.advice(name, explanations.codes());
        return new ParameterException(spec.commandLine(), "there is no problem code " + Quote.of(name) + ": " + fix);
    }
}
