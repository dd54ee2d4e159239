/**
 * Packs charts and puts the result in place.
 *
 * <p>Takes: charts and a fixed time. Gives: {@code .tgz} bytes that depend on nothing else, checksums, a list of images,
 * and the folder of an environment, swapped in whole. Fails with {@link dev.chartwright.problem.OutsideException} when
 * the disk does not do its part; then the folder is as it was.
 */
@NullMarked
package dev.chartwright.archive;

import org.jspecify.annotations.NullMarked;
