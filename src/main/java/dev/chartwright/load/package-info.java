/**
 * Reads the description of a platform.
 *
 * <p>Takes: the folders {@code values/} and {@code schema/}. Gives: the typed environment and the place of each value.
 * Fails with {@link dev.chartwright.problem.ProblemsException} for everything that is wrong in an environment's files,
 * all at once.
 */
@NullMarked
package dev.chartwright.load;

import org.jspecify.annotations.NullMarked;
