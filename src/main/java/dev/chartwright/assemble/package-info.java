/**
 * Makes complete charts of rendered files.
 *
 * <p>Takes: a platform and the files its templates made. Gives: the umbrella chart with a subchart for each component,
 * each with Chart.yaml, values.yaml, values.schema.json and README.md. Fails with {@link
 * dev.chartwright.problem.ProblemsException} for values.yaml knobs without a comment or a known type, and for files that
 * belong to no chart.
 */
@NullMarked
package dev.chartwright.assemble;

import org.jspecify.annotations.NullMarked;
