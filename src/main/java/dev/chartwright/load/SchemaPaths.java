package dev.chartwright.load;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiPredicate;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Derived;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Where the paths of a component lead in the schema of the values.
 *
 * @param schema the schema
 */
record SchemaPaths(JsonNode schema) {
    private static final String PLATFORM = "platform.";

    /** Whether values may have a section of a name. */
    boolean hasSection(String name) {
        return schema.path("properties").has(name);
    }

    /** Whether a valid section always has a value at a path. */
    boolean isAlwaysThere(ComponentType type, String path) {
        Optional<Derived> derived = derived(type, path);
        int dot = path.lastIndexOf('.');
        if (derived.isPresent()) {
            boolean always =
                    derived.get().cases().stream().anyMatch(one -> one.when().isEmpty());
            return always && (dot < 0 || isAlwaysThere(type, path.substring(0, dot)));
        }
        return follow(type, path, this::isRequired).isPresent();
    }

    /** Whether a valid section may have a value at a path. */
    boolean leadsSomewhere(ComponentType type, String path) {
        return derived(type, path).isPresent()
                || follow(type, path, (map, key) -> true).isPresent();
    }

    /** Whether what the schema has at a path is a whole number. */
    boolean isNumber(ComponentType type, String path) {
        return follow(type, path, (map, key) -> true)
                .filter(rule -> rule.path("type").asString("").equals("integer"))
                .isPresent();
    }

    /** Whether people may write a value at a path. */
    boolean isWritten(ComponentType type, String path) {
        return follow(type, path, (map, key) -> map.path("properties").has(key)).isPresent();
    }

    /** Whether a path ends at values of a definition of the schema. */
    boolean isOf(ComponentType type, String path, String definition) {
        int dot = path.lastIndexOf('.');
        Optional<JsonNode> around =
                dot < 0 ? Optional.of(section(type, path)) : follow(type, path.substring(0, dot), (map, key) -> true);
        return around.map(map -> step(map, path.substring(dot + 1)))
                .filter(rule -> rule.path("$ref").asString("").equals("#/definitions/" + definition))
                .isPresent();
    }

    /** Whether values may have keys at a path; the top of a section has. */
    boolean isMap(ComponentType type, String path) {
        return path.isEmpty()
                || follow(type, path, (map, key) -> true)
                        .filter(rule -> rule.has("properties"))
                        .isPresent();
    }

    /** Keys that may stand where a path ends, or goes astray. */
    TreeSet<String> keys(ComponentType type, String path) {
        int dot = path.lastIndexOf('.');
        JsonNode around = dot < 0
                ? section(type, path)
                : follow(type, path.substring(0, dot), (map, key) -> true)
                        .orElse(JsonNodeFactory.instance.missingNode());
        return new TreeSet<>(around.path("properties").propertyNames());
    }

    /** What the component derives at a path. */
    static Optional<Derived> derived(ComponentType type, String path) {
        return type.derive().stream()
                .filter(derived -> derived.name().equals(path))
                .findFirst();
    }

    private JsonNode section(ComponentType type, String path) {
        return path.startsWith(PLATFORM)
                ? schema
                : resolve(schema.path("properties").path(type.name()));
    }

    private Optional<JsonNode> follow(ComponentType type, String path, BiPredicate<JsonNode, String> wanted) {
        JsonNode at = section(type, path);
        for (String key :
                List.of((path.startsWith(PLATFORM) ? path.substring(PLATFORM.length()) : path).split("\\."))) {
            if (!wanted.test(at, key)) {
                return Optional.empty();
            }
            at = resolve(step(at, key));
            if (at.isMissingNode()) {
                return Optional.empty();
            }
        }
        return Optional.of(at);
    }

    private static JsonNode step(JsonNode map, String key) {
        JsonNode rule = map.path("properties").path(key);
        if (!rule.isMissingNode()) {
            return rule;
        }
        JsonNode others = map.path("additionalProperties");
        return others.isObject() ? others : map.path("items");
    }

    private boolean isRequired(JsonNode map, String key) {
        JsonNode rule = map.path("properties").path(key);
        return rule.has("default")
                || resolve(rule).has("default")
                || map.path("required")
                        .valueStream()
                        .anyMatch(name -> name.asString("").equals(key));
    }

    private JsonNode resolve(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.isEmpty() ? rule : schema.at(reference.substring(1));
    }
}
