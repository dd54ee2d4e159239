package dev.chartwright.validate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    boolean hasComponent(String component) {
        return components().contains(component);
    }

    boolean hasSecret(String component, String secret) {
        return secrets().contains(component + "/" + secret);
    }

    List<String> components() {
        return parts.keySet().stream()
                .map(path -> path.substring(0, path.indexOf('/')))
                .distinct()
                .toList();
    }

    /** Each as component/secret. */
    List<String> secrets() {
        return parts.keySet().stream()
                .map(path -> path.substring(0, path.lastIndexOf('/')))
                .distinct()
                .toList();
    }

    /** Whether the key is composed of itself, and is the first in its circle: one mistake is told once. */
    boolean opensCircle(String path) {
        return needs(path).contains(path)
                && needs(path).stream()
                        .filter(other -> needs(other).contains(path))
                        .allMatch(other -> path.compareTo(other) <= 0);
    }

    /** Everything that composing a key needs, through other keys too. */
    private Set<String> needs(String path) {
        Set<String> found = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(path));
        while (!open.isEmpty()) {
            parts.getOrDefault(open.pop(), List.of()).stream()
                    .filter(found::add)
                    .forEach(open::push);
        }
        return found;
    }
}
