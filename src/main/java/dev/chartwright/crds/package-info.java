/**
 * The full CustomResourceDefinitions that projects publish, in place of compact ones.
 *
 * <p>Takes: {@code crds.lock.yaml}, which names them with their digests; the network or a mirror folder; rendered files.
 * Gives: a folder of fetched files, and rendered files in which these stand for the compact ones. Fails with {@link
 * dev.chartwright.problem.ProblemsException} for a file whose bytes are not the locked ones, and with {@link
 * dev.chartwright.problem.OutsideException} when disk or network do not do their part.
 */
@NullMarked
package dev.chartwright.crds;

import org.jspecify.annotations.NullMarked;
