package dev.chartwright.problem;

import java.util.Collection;
import java.util.List;

/** The outside world (disk, network, registry) did not do its part; exit code 3. */
public final class OutsideException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /**
     * Says what went wrong and what to do.
     *
     * @param what one sentence
     * @param cause what the system said
     */
    public OutsideException(String what, Throwable cause) {
        super(what, cause);
        problems = List.of();
    }

    /** Says what went wrong, why, and what to do about it. */
    public OutsideException(Problem problem) {
        this(List.of(problem));
    }

    /** Says all that went wrong at once. */
    public OutsideException(Collection<Problem> problems) {
        super(problems.size() == 1 ? problems.iterator().next().what() : problems.size() + " problems");
        this.problems = problems.stream().distinct().sorted().toList();
    }

    /** What went wrong in the form of problems; none when the message says it all. */
    public List<Problem> problems() {
        return problems;
    }
}
