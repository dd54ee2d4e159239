package dev.chartwright.model;

import java.util.Optional;

/**
 * A value that is given at install: Helm value {@code global.secrets.<component>.<secret>.<key>}.
 *
 * @param component component that makes the Secret
 * @param secret Secret name
 * @param key key in the Secret
 * @param sealed whether the value is ciphertext of sealed-secrets
 * @param supplied how {@code secrets init} finds a value, for a supplied one
 */
public record SecretInput(String component, String secret, String key, boolean sealed, Optional<SuppliedKey> supplied) {
    /** {@code component/secret/key}, as placeholders write it. */
    public String path() {
        return component + "/" + secret + "/" + key;
    }
}
