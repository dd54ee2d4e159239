/**
 * Makes the values that an install must be given.
 *
 * <p>Takes: a platform. Gives: a values file with fresh random values, fixed ones, composed ones, and a marked blank for
 * each ciphertext. Writes nothing itself, and no value ever becomes part of the model.
 */
@NullMarked
package dev.chartwright.secrets;

import org.jspecify.annotations.NullMarked;
