package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A rule between parts of a platform; what one part can break alone, its record or the schema refuses. */
@FunctionalInterface
interface Rule {
    Stream<Problem> check(Subject subject);
}
