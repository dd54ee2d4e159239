/**
 * Helm's provenance files: a chart's description and its package's digest, signed with OpenPGP.
 *
 * <p>Takes: a keyring and a package. Gives: a signature, or whose it is. Fails with problems that name the keyring or the
 * signature, and never a passphrase.
 */
@NullMarked
package dev.chartwright.provenance;

import org.jspecify.annotations.NullMarked;
