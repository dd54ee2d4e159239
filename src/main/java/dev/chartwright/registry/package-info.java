/**
 * OCI registries over HTTP (distribution specification 1.1).
 *
 * <p>Takes: references, bytes and logins. Gives: manifests and blobs whose digests were compared. Fails with an {@link
 * dev.chartwright.problem.OutsideException} that holds one problem: every call ends within its limits, and no message
 * holds a secret.
 */
@NullMarked
package dev.chartwright.registry;

import org.jspecify.annotations.NullMarked;
