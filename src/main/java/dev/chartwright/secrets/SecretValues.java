package dev.chartwright.secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

import dev.chartwright.model.Platform;
import dev.chartwright.model.SecretInput;
import dev.chartwright.model.SuppliedKey;

/** One value for each supplied key of a platform; asked twice, it answers the same. */
final class SecretValues {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    /** 32 letters and digits hold 190 bits. */
    private static final int LENGTH = 32;

    private final Map<String, SuppliedKey> keys = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final RandomGenerator random;

    SecretValues(Platform platform, RandomGenerator random) {
        this.random = random;
        platform.components().stream()
                .flatMap(component -> component.secretInputs().stream())
                .forEach(input -> input.supplied().ifPresent(key -> keys.put(input.path(), key)));
    }

    String of(SecretInput input) {
        return of(input.path());
    }

    private String of(String path) {
        String known = values.get(path);
        if (known != null) {
            return known;
        }
        String made = make(keys.get(path));
        values.put(path, made);
        return made;
    }

    private String make(SuppliedKey key) {
        return key.value().or(() -> key.composed(this::of)).orElseGet(this::randomText);
    }

    private String randomText() {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int index = 0; index < LENGTH; index++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
