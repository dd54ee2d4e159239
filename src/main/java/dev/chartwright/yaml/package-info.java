/**
 * Reads YAML strictly.
 *
 * <p>Takes: text and the name of its file. Gives: a JSON tree and the place of each key and value. Fails with {@link
 * dev.chartwright.problem.ProblemsException} for everything in the text that two readers of YAML could understand
 * differently.
 */
@NullMarked
package dev.chartwright.yaml;

import org.jspecify.annotations.NullMarked;
