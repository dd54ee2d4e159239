/**
 * Charts as OCI artifacts, with the bytes that {@code helm push} sends.
 *
 * <p>Takes: a Chart.yaml as a tree, a package, a time. Gives: config, layers and manifest. Fails with nothing.
 */
@NullMarked
package dev.chartwright.artifact;

import org.jspecify.annotations.NullMarked;
