/**
 * What differs between two environments, or between two builds of one.
 *
 * <p>Takes: two platforms, or what Helm renders of two charts. Gives: differences by component, short enough to read.
 * Fails with problems where the environments differ in what they should not.
 */
@NullMarked
package dev.chartwright.diff;

import org.jspecify.annotations.NullMarked;
