package dev.chartwright.load;

import java.util.List;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Derived;
import tools.jackson.databind.JsonNode;

/**
 * Where the paths of a component lead in the schema of the values.
 *
 * @param schema the schema
 */
record SchemaPaths(JsonNode schema) {
    private static final String PLATFORM = "platform.";

    /** Whether a valid section always has a value at a path. */
    boolean isAlwaysThere(ComponentType type, String path) {
        if (path.startsWith(PLATFORM)) {
            return isRequired(schema, path.substring(PLATFORM.length()));
        }
        JsonNode section = resolve(schema.path("properties").path(type.name()));
        boolean derived = type.derive().stream().map(Derived::name).anyMatch(path::equals);
        int dot = path.lastIndexOf('.');
        return derived ? dot < 0 || isRequired(section, path.substring(0, dot)) : isRequired(section, path);
    }

    private boolean isRequired(JsonNode start, String path) {
        JsonNode at = start;
        for (String key : List.of(path.split("\\."))) {
            JsonNode rule = at.path("properties").path(key);
            boolean required = at.path("required")
                    .valueStream()
                    .anyMatch(name -> name.asString("").equals(key));
            if (!required && !rule.has("default") && !resolve(rule).has("default")) {
                return false;
            }
            at = resolve(rule);
        }
        return true;
    }

    private JsonNode resolve(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.isEmpty() ? rule : schema.at(reference.substring(1));
    }
}
