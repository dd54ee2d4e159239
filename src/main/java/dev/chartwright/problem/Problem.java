package dev.chartwright.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mistake of a user, told once.
 *
 * @param location where it is
 * @param code kebab case, never renamed or reused
 * @param what one sentence that alone is enough in a log; user text in backticks
 * @param why the rule, with the number or name that sets it
 * @param fix one action the reader can do now
 * @param rendering what was rendered there, where the mistake shows only in it
 */
public record Problem(
        Location location, String code, String what, String why, String fix, Optional<Rendering> rendering)
        implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(
                    (Problem problem) -> problem.location().file())
            .thenComparingInt(problem -> problem.location().line())
            .thenComparingInt(problem -> problem.location().column())
            .thenComparing(Problem::code)
            .thenComparing(Problem::what);

    public Problem(Location location, String code, String what, String why, String fix) {
        this(location, code, what, why, fix, Optional.empty());
    }

    /** Sorted, each mistake once: what is wrong in a shared place is found in every environment. */
    public static List<Problem> once(Collection<Problem> problems) {
        Map<List<Object>, Problem> first = new LinkedHashMap<>();
        problems.stream()
                .sorted()
                .forEach(problem ->
                        first.putIfAbsent(List.of(problem.location(), problem.code(), problem.what()), problem));
        return List.copyOf(first.values());
    }

    /** The same mistake, with more to say about it. */
    public Problem and(String more) {
        return new Problem(location, code, what + "; " + more, why, fix, rendering);
    }

    /** The same mistake, told elsewhere. */
    public Problem at(Location place) {
        return new Problem(place, code, what, why, fix, rendering);
    }

    /** The same mistake, told at the template that makes it. */
    public Problem madeBy(Location template, Rendering rendered) {
        return new Problem(template, code, what, why, fix, Optional.of(rendered));
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }
}
