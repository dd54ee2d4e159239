package dev.chartwright.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A {@code kubectl delete <types> --all} as a container's command.
 *
 * @param types what kubectl takes for kinds
 * @param namespace where
 */
record KubectlDelete(List<String> types, String namespace) {
    private static final Set<String> WITHOUT_EFFECT = Set.of("--all", "--ignore-not-found", "--wait", "--timeout");

    /** Reads the command; what it does not know it refuses, as kubectl does. */
    static KubectlDelete read(JsonNode container, String podNamespace) {
        List<String> words = new ArrayList<>();
        container.path("command").forEach(word -> words.add(word.asString("")));
        container.path("args").forEach(word -> words.add(word.asString("")));
        if (words.size() < 3
                || !words.get(0).endsWith("kubectl")
                || !words.get(1).equals("delete")) {
            throw new IllegalArgumentException("a stand-in runs only `kubectl delete`, not " + words);
        }
        String namespace = podNamespace;
        for (String word : words.subList(3, words.size())) {
            if (word.startsWith("--namespace=")) {
                namespace = word.substring("--namespace=".length());
            } else if (!WITHOUT_EFFECT.contains(word.split("=")[0])) {
                throw new IllegalArgumentException("unknown flag: " + word);
            }
        }
        if (!words.contains("--all")) {
            throw new IllegalArgumentException("resource(s) were provided, but no name was specified");
        }
        return new KubectlDelete(List.of(words.get(2).split(",")), namespace);
    }
}
