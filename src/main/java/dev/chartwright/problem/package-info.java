/**
 * What can be wrong, and where.
 *
 * <p>Takes: nothing. Gives: problems with place, code, what, why and fix, and the three ways in which work stops. Knows
 * no other package.
 */
@NullMarked
package dev.chartwright.problem;

import org.jspecify.annotations.NullMarked;
