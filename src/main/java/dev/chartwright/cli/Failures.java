package dev.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.ProblemPrinter;
import dev.chartwright.problem.ProblemsException;

/** Says why the work stopped, to the right reader. */
final class Failures {
    private final PrintWriter err;

    Failures(PrintWriter err) {
        this.err = err;
    }

    /** Prints it and returns the exit code. */
    int tell(Throwable stopped) {
        if (stopped instanceof ProblemsException found) {
            return tell(found, "nothing was written");
        }
        if (stopped instanceof OutsideException outside && !outside.problems().isEmpty()) {
            err.print(new ProblemPrinter(Failures::lines).print(outside.problems()));
            err.flush();
            return ExitCode.OUTSIDE;
        }
        if (stopped instanceof OutsideException || stopped instanceof UncheckedIOException) {
            err.println("chartwright: " + stopped.getMessage() + because(stopped));
            return ExitCode.OUTSIDE;
        }
        err.println("This is a bug in " + Version.text() + ", not in your files: " + stopped);
        stopped.printStackTrace(err);
        err.println("Report it with the lines above and the command line, and nothing from .secrets/.");
        return ExitCode.BUG;
    }

    /** Prints problems and what became of the output. */
    int tell(ProblemsException found, String outcome) {
        err.print(new ProblemPrinter(Failures::lines).print(found.problems()));
        err.println(outcome);
        err.flush();
        return ExitCode.PROBLEMS;
    }

    private static String because(Throwable stopped) {
        Throwable cause = stopped.getCause();
        boolean told =
                cause == null || String.valueOf(stopped.getMessage()).contains(String.valueOf(cause.getMessage()));
        return told ? "" : " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    }

    /** Source lines for the excerpt; a place that is no readable file has none. */
    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            return List.of();
        }
    }
}
