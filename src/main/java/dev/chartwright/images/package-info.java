/**
 * Finds out what the tags of images stand for.
 *
 * <p>Takes: the environments of a platform, the lock as it was, and a registry client. Gives: the lock as it is now, what
 * changed, and the file of it. Fails with {@link dev.chartwright.problem.OutsideException} for every image that its
 * registry does not give, and then writes nothing.
 */
@NullMarked
package dev.chartwright.images;

import org.jspecify.annotations.NullMarked;
