/**
 * Logins to registries as Helm and Docker keep them.
 *
 * <p>Takes: environment variables and the user's home. Gives: the login of a host. Fails with an {@link
 * dev.chartwright.problem.OutsideException} that names the file or the helper, and never a secret.
 */
@NullMarked
package dev.chartwright.credentials;

import org.jspecify.annotations.NullMarked;
