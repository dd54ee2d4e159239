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

    /** Nobody reads on; the first mended, the next run tells the others. */
    private static final int MOST = 200;

    private final Function<String, List<String>> linesOf;

    /**
     * Reads source lines through a function.
     *
     * @param linesOf file as a {@link Location} names it to its lines; no lines for what cannot be read
     */
    public ProblemPrinter(Function<String, List<String>> linesOf) {
        this.linesOf = linesOf;
    }

    /** The first problems, sorted, each once, and the count of all. */
    public String print(Collection<Problem> problems) {
        StringBuilder text = new StringBuilder();
        List<Problem> sorted = Problem.once(problems);
        Excerpts excerpts = new Excerpts(linesOf);
        for (Problem problem : sorted.subList(0, Math.min(MOST, sorted.size()))) {
            text.append(print(problem, excerpts)).append('\n');
        }
        if (sorted.size() > MOST) {
            text.append("… and ").append(sorted.size() - MOST).append(" more, not shown\n");
        }
        return text.append(sorted.size())
                .append(sorted.size() == 1 ? " problem\n" : " problems\n")
                .toString();
    }

    private static String print(Problem problem, Excerpts excerpts) {
        return Quote.printable(problem.location().toString()) + ": error: " + Quote.printable(problem.what()) + " ["
                + problem.code() + "]\n"
                + "    why: " + Quote.printable(problem.why()) + "\n"
                + "    fix: " + Quote.printable(problem.fix()) + "\n"
                + (problem.code().equals(SECRET) ? "" : excerpts.of(problem.location()))
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
}
