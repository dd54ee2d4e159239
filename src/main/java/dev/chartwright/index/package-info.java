/**
 * Packages as a Helm repository that any web server can serve.
 *
 * <p>Takes: the files of built environments. Gives: {@code index.yaml} of their umbrella charts, in Helm's own form, the
 * same for the same packages. Fails with {@link dev.chartwright.problem.ProblemsException} for files that are no
 * packages, and for two of one name and version.
 */
@NullMarked
package dev.chartwright.index;

import org.jspecify.annotations.NullMarked;
