package dev.chartwright;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.DoubleStream;

import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks that its arguments name, and says how ours compare with Helm. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Takes what JMH takes. */
    public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
        Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
        double ours = score(results, "chartwright").sum();
        score(results, "helm").forEach(helms -> System.out.printf(
                Locale.ROOT, "%npush takes %.2f of the time of helm push: %.0f ms, %.0f ms%n", ours / helms, ours, helms));
    }

    private static DoubleStream score(Collection<RunResult> results, String method) {
        String name = PushBenchmark.class.getName() + "." + method;
        return results.stream()
                .filter(result -> result.getParams().getBenchmark().equals(name))
                .mapToDouble(result -> result.getPrimaryResult().getScore());
    }
}
