/**
 * Files on disk that are as they were, or whole.
 *
 * <p>Takes: a path and bytes. Gives: the file. Fails with {@link java.io.IOException}, and then leaves nothing behind.
 */
@NullMarked
package dev.chartwright.file;

import org.jspecify.annotations.NullMarked;
