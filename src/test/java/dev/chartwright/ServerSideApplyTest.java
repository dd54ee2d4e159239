package dev.chartwright;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What server-side apply, the way of Helm 4, takes as a mistake: lists that Kubernetes reads as maps with a key twice,
 * fields that are null, and a status.
 */
class ServerSideApplyTest {
    /** Keys of the lists that Kubernetes merges element by element, in the order of their uniqueness. */
    private static final Map<String, List<String>> LIST_KEYS = Map.of(
            "containers", List.of("name"),
            "initContainers", List.of("name"),
            "env", List.of("name"),
            "ports", List.of("containerPort", "port", "protocol"),
            "volumes", List.of("name"),
            "volumeMounts", List.of("mountPath"),
            "imagePullSecrets", List.of("name"),
            "topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable"),
            "listeners", List.of("name"),
            "users", List.of("name"));

    @TempDir
    private Path folder;

    @EveryEnvironment
    void findsNothingItRefuses(Path values, String environment) {
        List<Map<String, Object>> objects =
                BuiltPlatform.of(values, environment).objects(folder);

        assertThat(objects).hasSizeGreaterThan(50);
        assertThat(objects).allSatisfy(object -> assertThat(object).doesNotContainKey("status"));
        assertThat(objects.stream().flatMap(object -> mistakes(object, "").stream()))
                .isEmpty();
    }

    @Test
    void seesEachMistake() {
        Map<String, Object> twice = Map.of("env", List.of(Map.of("name", "A"), Map.of("name", "A")));
        Map<String, Object> empty = new HashMap<>();
        empty.put("replicas", null);

        assertThat(mistakes(twice, "")).containsExactly(".env: twice [A]");
        assertThat(mistakes(empty, "")).containsExactly(".replicas: null");
        assertThat(mistakes(Map.of("env", List.of(Map.of("name", "A"), Map.of("name", "B"))), ""))
                .isEmpty();
    }

    private static List<String> mistakes(Object value, String at) {
        List<String> found = new ArrayList<>();
        if (value == null) {
            found.add(at + ": null");
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, inside) -> found.addAll(mistakes(inside, at + "." + key)));
        } else if (value instanceof List<?> list) {
            found.addAll(twice(list, at));
            list.forEach(inside -> found.addAll(mistakes(inside, at)));
        }
        return found;
    }

    private static List<String> twice(List<?> list, String at) {
        List<String> keys = LIST_KEYS.getOrDefault(at.substring(at.lastIndexOf('.') + 1), List.of());
        Set<List<Object>> seen = new HashSet<>();
        return list.stream()
                .filter(Map.class::isInstance)
                .map(element -> keys.stream()
                        .map(((Map<?, ?>) element)::get)
                        .filter(Objects::nonNull)
                        .map(Object.class::cast)
                        .toList())
                .filter(key -> !key.isEmpty() && !seen.add(key))
                .map(key -> at + ": twice " + key)
                .toList();
    }
}
