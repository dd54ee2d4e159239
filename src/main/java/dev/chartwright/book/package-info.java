/**
 * The platform as a page that people read.
 *
 * <p>Takes: the platforms of all environments. Gives: one HTML page that needs nothing else. Fails with nothing.
 */
@NullMarked
package dev.chartwright.book;

import org.jspecify.annotations.NullMarked;
