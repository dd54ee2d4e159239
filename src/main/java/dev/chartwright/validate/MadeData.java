package dev.chartwright.validate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.model.Component;
import dev.chartwright.model.Secret;
import tools.jackson.databind.JsonNode;

/**
 * Secrets and ConfigMaps that a release makes, or that stand in the cluster before it, with their keys.
 *
 * @param keys keys by kind, namespace and name; empty where only the cluster knows them
 */
record MadeData(Map<String, Optional<Set<String>>> keys) {
    static final String SECRET = "Secret";
    static final String CONFIG_MAP = "ConfigMap";
    private static final String REFLECTS = "reflector.v1.k8s.emberstack.com/reflects";
    private static final Set<String> CERTIFICATE = Set.of("ca.crt", "tls.crt", "tls.key");

    static MadeData of(Release release) {
        MadeData made = new MadeData(new HashMap<>());
        release.platform().components().forEach(made::addExisting);
        release.objects().forEach(made::add);
        release.objects().forEach(made::addMirror);
        return made;
    }

    /** Empty when nothing makes it; an empty set of keys when nobody knows them. */
    Optional<Optional<Set<String>>> find(String kind, String namespace, String name) {
        return Optional.ofNullable(keys.get(key(kind, namespace, name)));
    }

    /** The same in whichever namespace, for what names none. */
    Optional<Optional<Set<String>>> findAnywhere(String kind, String name) {
        return keys.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(kind + "/") && entry.getKey().endsWith("/" + name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Names of a kind in a namespace. */
    List<String> names(String kind, String namespace) {
        String start = key(kind, namespace, "");
        return keys.keySet().stream()
                .filter(key -> key.startsWith(start))
                .map(key -> key.substring(start.length()))
                .sorted()
                .toList();
    }

    private static String key(String kind, String namespace, String name) {
        return kind + "/" + namespace + "/" + name;
    }

    private void addExisting(Component component) {
        component.secrets().stream()
                .filter(secret -> secret.existing().isPresent())
                .forEach(secret -> put(SECRET, component.namespace(), secret.name(), keysOf(secret)));
    }

    private static Optional<Set<String>> keysOf(Secret secret) {
        return Optional.of(Set.copyOf(secret.keys()));
    }

    private void put(String kind, String namespace, String name, Optional<Set<String>> known) {
        keys.put(key(kind, namespace, name), known);
    }

    private void add(RenderedObject object) {
        JsonNode root = object.root();
        JsonNode spec = root.path("spec");
        switch (object.kind()) {
            case SECRET -> put(SECRET, object.namespace(), object.name(), names(root, "data", "stringData"));
            case CONFIG_MAP -> put(CONFIG_MAP, object.namespace(), object.name(), names(root, "data", "binaryData"));
            case "SealedSecret" ->
                put(
                        SECRET,
                        object.namespace(),
                        spec.at("/template/metadata/name").asString(object.name()),
                        names(spec, "encryptedData"));
            case "ExternalSecret" ->
                put(SECRET, object.namespace(), spec.at("/target/name").asString(object.name()), external(spec));
            case "Certificate" ->
                put(SECRET, object.namespace(), spec.path("secretName").asString(""), Optional.of(CERTIFICATE));
            default -> {
                // makes neither
            }
        }
    }

    private static Optional<Set<String>> names(JsonNode root, String... maps) {
        Set<String> names = new HashSet<>();
        for (String map : maps) {
            names.addAll(root.path(map).propertyNames());
        }
        return Optional.of(names);
    }

    private static Optional<Set<String>> external(JsonNode spec) {
        Set<String> names = new HashSet<>();
        spec.path("data").forEach(entry -> names.add(entry.path("secretKey").asString("")));
        return spec.has("dataFrom") ? Optional.empty() : Optional.of(names);
    }

    /** A mirror has the keys of its source; a source outside the release has keys that nobody knows. */
    private void addMirror(RenderedObject object) {
        String source = object.annotation(REFLECTS);
        if (!source.isEmpty()) {
            put(
                    object.kind(),
                    object.namespace(),
                    object.name(),
                    keys.getOrDefault(object.kind() + "/" + source, Optional.empty()));
        }
    }
}
