package dev.chartwright.assemble;

import dev.chartwright.model.SecretInput;

/** What is said about a value that is given at install. */
final class SecretText {
    private SecretText() {}

    /** One sentence. */
    static String sentence(SecretInput input) {
        return (input.sealed() ? "Ciphertext of sealed-secrets for key " : "Value of key ") + input.key() + ".";
    }

    /** Where it is given. */
    static String path(SecretInput input) {
        return "global.secrets." + input.path();
    }
}
