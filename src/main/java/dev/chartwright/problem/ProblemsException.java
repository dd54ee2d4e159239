package dev.chartwright.problem;

import java.util.Collection;
import java.util.List;

/** Stops the work with every problem found so far, sorted, each once. */
public final class ProblemsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    public ProblemsException(Collection<Problem> problems) {
        super(problems.size() + " problems");
        this.problems = problems.stream().distinct().sorted().toList();
    }

    public List<Problem> problems() {
        return problems;
    }
}
