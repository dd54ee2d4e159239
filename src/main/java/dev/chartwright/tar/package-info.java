/**
 * Charts as tar archives.
 *
 * <p>Takes: a chart and a time. Gives: bytes that depend on nothing else. Fails with: nothing.
 */
@NullMarked
package dev.chartwright.tar;

import org.jspecify.annotations.NullMarked;
