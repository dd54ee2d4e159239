package dev.chartwright.model;

import java.util.Optional;

/**
 * A value that is given at install: key {@code <component>/<secret>/<key>} of the Helm value
 * {@code global.secrets}.
 *
 * <p>Flat, because Helm copies globals once for each subchart, and nested maps would make that the longest part of a
 * render of hundreds of charts.
 *
 * @param component component that makes the Secret
 * @param secret Secret name
 * @param key key in the Secret
 * @param sealed whether the value is ciphertext of sealed-secrets
 * @param supplied how {@code secrets init} finds a value, for a supplied one
 */
public record SecretInput(String component, String secret, String key, boolean sealed, Optional<SuppliedKey> supplied) {
    /** {@code component/secret/key}, as placeholders and the Helm values write it. */
    public String path() {
        return component + "/" + secret + "/" + key;
    }
}
