/**
 * The command line.
 *
 * <p>Takes: arguments. Gives: an exit code, progress and a closing table on standard output, problems on standard
 * error. Catches everything that stops the work and says it in words.
 */
@NullMarked
package dev.chartwright.cli;

import org.jspecify.annotations.NullMarked;
