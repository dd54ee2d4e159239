package dev.chartwright.problem;

import java.util.Comparator;

/**
 * One mistake of a user, told once.
 *
 * @param location where it is
 * @param code kebab case, never renamed or reused
 * @param what one sentence that alone is enough in a log; user text in backticks
 * @param why the rule, with the number or name that sets it
 * @param fix one action the reader can do now
 */
public record Problem(Location location, String code, String what, String why, String fix)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column())
            .thenComparing(Problem::code)
            .thenComparing(Problem::what);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
