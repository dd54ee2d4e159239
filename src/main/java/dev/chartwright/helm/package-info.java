/**
 * The Helm that is built in, in a process of its own.
 *
 * <p>Takes: a chart's folder or package, and values. Gives: what Helm renders. Fails with {@link
 * dev.chartwright.helm.HelmException} in Helm's own words. Nothing is downloaded, no cluster is asked.
 */
@NullMarked
package dev.chartwright.helm;

import org.jspecify.annotations.NullMarked;
