/**
 * Signs packages.
 *
 * <p>Takes: packages and a key. Gives: a {@code .prov} file for each, the same each time. Fails with nothing: keys are
 * checked when they are opened.
 */
@NullMarked
package dev.chartwright.sign;

import org.jspecify.annotations.NullMarked;
