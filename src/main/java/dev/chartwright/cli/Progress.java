package dev.chartwright.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

import dev.chartwright.BuiltEnvironment;
import dev.chartwright.validate.Verdict;

/** Tells how far the work is, unless it shall be quiet. */
final class Progress {
    private static final String ROW = "%-28s %-10s %10s %8s  %-71s %7s%n";
    private static final double BYTES = 1000;
    private static final double MILLIS = 1000;
    private static final double PERCENT = 100;
    private final PrintWriter out;
    private final boolean quiet;

    Progress(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    void say(String text) {
        if (!quiet) {
            out.println(text);
        }
    }

    void checked(BuiltEnvironment environment) {
        int files = environment.packed().umbrella().chart().allFiles().size();
        say(environment.name() + ": " + files + " files rendered, checked and packed");
    }

    /** The closing table; `release` is the share of the Secret that Helm keeps a release in. */
    void table(List<BuiltEnvironment> environments) {
        StringBuilder table = new StringBuilder(row("chart", "version", "size", "release", "digest", "seconds"));
        for (BuiltEnvironment environment : environments) {
            table.append(row(
                    environment.packed().umbrella().chart().name(),
                    environment.packed().umbrella().chart().version(),
                    decimal(environment.packed().umbrella().content().length / BYTES) + " kB",
                    decimal(environment.releaseSize() * PERCENT / Verdict.LARGEST_RELEASE) + " %",
                    environment.packed().umbrella().digest().value(),
                    decimal(environment.time().toMillis() / MILLIS)));
        }
        say(table.toString().stripTrailing());
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, ROW, (Object[]) cells);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
