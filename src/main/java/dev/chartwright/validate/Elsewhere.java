package dev.chartwright.validate;

import java.util.stream.Collectors;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Tells a reader that another environment has what this one only names.
 *
 * @param subject the environment under check
 */
record Elsewhere(Subject subject) {
    /** The problem, with each place where another environment has what is missing here. */
    Problem explain(Problem problem) {
        String places = subject.others().get().stream()
                .flatMap(other -> UnusedRule.declared(other)
                        .filter(declared -> isMeant(declared, problem))
                        .map(declared -> Quote.of(other.platform().environment().name()) + " has it ("
                                + declared.place().key() + ")"))
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? problem : problem.and(places);
    }

    private boolean isMeant(Declared there, Problem problem) {
        return there.code().equals(problem.code())
                && problem.what().contains(Quote.of(there.name()))
                && !declaredHere(there);
    }

    private boolean declaredHere(Declared there) {
        return UnusedRule.declared(subject)
                .anyMatch(here -> here.code().equals(there.code())
                        && here.name().equals(there.name())
                        && here.place().pointer().equals(there.place().pointer()));
    }
}
