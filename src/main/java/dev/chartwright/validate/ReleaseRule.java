package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A rule between the objects of one release. */
@FunctionalInterface
interface ReleaseRule {
    Stream<Problem> check(Release release);
}
