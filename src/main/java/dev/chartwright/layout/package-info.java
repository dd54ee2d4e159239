/**
 * Places boxes and lines.
 *
 * <p>Takes: boxes with sizes, groups of them, and lines between them. Gives: where each goes, the same each time. Fails
 * with nothing.
 */
@NullMarked
package dev.chartwright.layout;

import org.jspecify.annotations.NullMarked;
