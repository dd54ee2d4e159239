/**
 * Renders the templates of a folder with the typed description of an environment.
 *
 * <p>Takes: a folder of templates and a {@link dev.chartwright.model.Platform}. Gives: the files of its umbrella chart.
 * Fails with {@link dev.chartwright.problem.ProblemsException} for every mistake in a template, at once, with exact
 * places.
 */
@NullMarked
package dev.chartwright.render;

import org.jspecify.annotations.NullMarked;
