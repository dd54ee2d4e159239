/**
 * Reads YAML strictly, and writes YAML and JSON in one form each.
 *
 * <p>Takes: text and the name of its file, or a tree. Gives: a JSON tree and the place of each key and value, or text:
 * YAML as Helm writes it, JSON for readers. Fails with {@link dev.chartwright.problem.ProblemsException} for everything
 * in the text that two readers of YAML could understand differently.
 */
@NullMarked
package dev.chartwright.yaml;

import org.jspecify.annotations.NullMarked;
