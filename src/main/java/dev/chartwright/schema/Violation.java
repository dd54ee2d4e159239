package dev.chartwright.schema;

import dev.chartwright.problem.Problem;

/**
 * A value that does not follow the schema.
 *
 * @param pointer JSON pointer of the value; of the map, for a key that is unknown or missing
 * @param problem what to tell
 */
public record Violation(String pointer, Problem problem) {}
