/**
 * The recipe.
 *
 * <p>Takes: folders of a platform, and names of environments. Gives: checked, packed charts. Fails with what the stages
 * fail with. The only place that knows their order.
 */
@NullMarked
package dev.chartwright;

import org.jspecify.annotations.NullMarked;
