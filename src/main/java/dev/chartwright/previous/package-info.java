/**
 * Packages of an earlier build.
 *
 * <p>Takes: a package, or a folder with packages. Gives: the chart of an environment inside. Fails with problems of
 * packages that cannot be read; a package of another environment is no problem.
 */
@NullMarked
package dev.chartwright.previous;

import org.jspecify.annotations.NullMarked;
