/**
 * Says whether a chart may be written.
 *
 * <p>Takes: a platform, where it was written, and the chart made of it. Gives: problems, none when all is well. Fails
 * with {@link dev.chartwright.problem.OutsideException} when the temporary folder cannot be used. Layers, each a class
 * of its own: rules between parts of the platform, structure of the chart, what Helm renders.
 */
@NullMarked
package dev.chartwright.validate;

import org.jspecify.annotations.NullMarked;
