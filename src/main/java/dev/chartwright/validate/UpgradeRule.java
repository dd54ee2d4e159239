package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A rule about how an object may differ from its earlier self. */
@FunctionalInterface
interface UpgradeRule {
    Stream<Problem> check(ChangedObject object);
}
