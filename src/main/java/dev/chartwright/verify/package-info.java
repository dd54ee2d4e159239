/**
 * Holds what a registry has against what a checkout builds.
 *
 * <p>Takes: a reference, a built package, a registry, and keys where signatures count. Gives: what was compared. Fails
 * with one problem that names the first difference.
 */
@NullMarked
package dev.chartwright.verify;

import org.jspecify.annotations.NullMarked;
