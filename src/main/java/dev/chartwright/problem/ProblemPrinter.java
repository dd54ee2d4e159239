package dev.chartwright.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes problems for people: place, what, why, fix, the source line with the token underlined, and a count. */
public final class ProblemPrinter {
    /** What it is told about stands in the line. */
    private static final String SECRET = "secret-in-values";

    private final Function<String, List<String>> linesOf;

    /**
     * Reads source lines through a function.
     *
     * @param linesOf file as a {@link Location} names it to its lines; no lines for what cannot be read
     */
    public ProblemPrinter(Function<String, List<String>> linesOf) {
        this.linesOf = linesOf;
    }

    /** All problems, sorted, each once, and their count. */
    public String print(Collection<Problem> problems) {
        StringBuilder text = new StringBuilder();
        List<Problem> sorted = Problem.once(problems);
        for (Problem problem : sorted) {
            text.append(print(problem)).append('\n');
        }
        return text.append(sorted.size())
                .append(sorted.size() == 1 ? " problem\n" : " problems\n")
                .toString();
    }

    private String print(Problem problem) {
        return Quote.printable(problem.location().toString()) + ": error: " + Quote.printable(problem.what()) + " ["
                + problem.code() + "]\n"
                + "    why: " + Quote.printable(problem.why()) + "\n"
                + "    fix: " + Quote.printable(problem.fix()) + "\n"
                + (problem.code().equals(SECRET) ? "" : excerpt(problem.location()))
                + problem.rendering().map(ProblemPrinter::made).orElse("");
    }

    private static String made(Rendering rendering) {
        StringBuilder text = new StringBuilder("\n    made ");
        if (!rendering.key().isEmpty()) {
            text.append("for ").append(key(rendering.key()));
            text.append(" (")
                    .append(Quote.printable(rendering.written().toString()))
                    .append(") ");
        }
        text.append("in ")
                .append(Quote.printable(rendering.file()))
                .append(alike(rendering))
                .append('\n');
        for (int i = 0; i < rendering.excerpt().size(); i++) {
            int line = rendering.first() + i;
            String number = String.format(Locale.ROOT, "%s%4d", line == rendering.line() ? "  > " : "    ", line);
            text.append((number + " | " + SourceLine.around(rendering.excerpt().get(i))).stripTrailing())
                    .append('\n');
        }
        return text.toString();
    }

    /** Whole, for somebody has to find it. */
    private static String key(String key) {
        return "`" + Quote.printable(key) + "`";
    }

    private static String alike(Rendering rendering) {
        return rendering.alike().isEmpty()
                ? ""
                : ", and alike for "
                        + rendering.alike().stream().map(ProblemPrinter::key).collect(Collectors.joining(", "));
    }

    private String excerpt(Location location) {
        if (location.line() == 0) {
            return "";
        }
        List<String> lines = linesOf.apply(location.file());
        if (location.line() > lines.size()) {
            return "";
        }
        return excerpt(location, lines.get(location.line() - 1));
    }

    private static String excerpt(Location location, String line) {
        String number = " " + location.line() + " |";
        SourceLine source = SourceLine.of(line, location);
        String shown = ("\n" + number + " " + source.line()).stripTrailing() + "\n";
        if (location.column() == 0) {
            return shown;
        }
        return shown + " ".repeat(number.length() - 1) + "| " + source.underline() + "\n";
    }
}
