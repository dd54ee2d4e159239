/**
 * Charts into a registry.
 *
 * <p>Takes: the files of built environments, a path in a registry. Gives: what stands there now, with digests. Fails
 * with problems of versions that are taken, and with what the registry says.
 */
@NullMarked
package dev.chartwright.publish;

import org.jspecify.annotations.NullMarked;
