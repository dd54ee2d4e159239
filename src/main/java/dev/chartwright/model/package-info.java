/**
 * The typed description of one environment of a platform.
 *
 * <p>Takes: values that {@code load} has read. Gives: immutable records, complete when built. Fails with {@link
 * dev.chartwright.model.InvalidValueException} for a value that a record refuses. No input or output.
 */
@NullMarked
package dev.chartwright.model;

import org.jspecify.annotations.NullMarked;
