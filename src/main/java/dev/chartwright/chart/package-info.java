/**
 * What chartwright makes: charts, their files, their packages.
 *
 * <p>Takes: nothing. Gives: immutable values without input or output. Knows no other package.
 */
@NullMarked
package dev.chartwright.chart;

import org.jspecify.annotations.NullMarked;
