/**
 * Words of the OCI distribution and image specifications.
 *
 * <p>Takes: text. Gives: references, descriptors and logins without input or output. Fails with {@link
 * dev.chartwright.oci.InvalidReferenceException}.
 */
@NullMarked
package dev.chartwright.oci;

import org.jspecify.annotations.NullMarked;
