/**
 * What each problem code means.
 *
 * <p>Takes: a code. Gives: the rule behind it, why it matters, an example of wrong and one of right. The texts stand in
 * {@code codes.yaml} beside these classes; an unknown code gives nothing.
 */
@NullMarked
package dev.chartwright.explain;

import org.jspecify.annotations.NullMarked;
