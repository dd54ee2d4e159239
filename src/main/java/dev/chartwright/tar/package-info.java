/**
 * Charts as tar archives.
 *
 * <p>Takes: a chart and a time, or a package. Gives: bytes that depend on nothing else, or the files inside. Fails with
 * problems of a package that is none, or that Helm would refuse.
 */
@NullMarked
package dev.chartwright.tar;

import org.jspecify.annotations.NullMarked;
