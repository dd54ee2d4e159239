package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.model.Platform;

/** The supplied keys of a platform by `component/secret/key`, and what each is composed of. */
final class SuppliedKeys {
    private final Map<String, List<String>> parts = new TreeMap<>();

    SuppliedKeys(Platform platform) {
        platform.components().stream()
                .flatMap(component -> component.secretInputs().stream())
                .forEach(input -> input.supplied().ifPresent(key -> parts.put(input.path(), key.placeholders())));
    }

    static String path(String component, String secret, String key) {
        return component + "/" + secret + "/" + key;
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    boolean has(String path) {
        return parts.containsKey(path);
    }

    /** Whether composing the one at the path needs the one at the path. */
    boolean isCircular(String path) {
        return reaches(path, path, parts.size());
    }

    private boolean reaches(String from, String wanted, int steps) {
        return steps > 0
                && parts.getOrDefault(from, List.of()).stream()
                        .anyMatch(next -> next.equals(wanted) || reaches(next, wanted, steps - 1));
    }
}
