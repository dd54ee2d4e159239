package dev.chartwright.model;

import java.util.Optional;

/**
 * An environment variable: either a plain value or a key of a Secret.
 *
 * @param name variable name
 * @param value plain text
 * @param secret Secret in the same namespace
 * @param key key of that Secret
 */
public record EnvVar(String name, Optional<String> value, Optional<String> secret, Optional<String> key) {
    public EnvVar {
        if (value.isPresent() == secret.isPresent() || secret.isPresent() != key.isPresent()) {
            throw new InvalidValueException(
                    "name",
                    "environment-source",
                    "environment variable `" + name + "` needs either `value`, or `secret` and `key`",
                    "a variable has one source",
                    "write `value: …`, or `secret: …` with `key: …`");
        }
    }
}
