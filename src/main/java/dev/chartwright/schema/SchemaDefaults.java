package dev.chartwright.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills in what a document leaves out and the schema has a default for. */
final class SchemaDefaults {
    private final JsonNode schema;

    SchemaDefaults(JsonNode schema) {
        this.schema = schema;
    }

    void fill(JsonNode document) {
        fill(document, schema);
    }

    private void fill(JsonNode value, JsonNode rule) {
        for (JsonNode part : withReference(rule)) {
            if (value instanceof ObjectNode map) {
                fillProperties(map, part.path("properties"));
                fillOthers(map, part);
            } else if (value.isArray()) {
                value.forEach(item -> fill(item, part.path("items")));
            }
        }
    }

    private void fillProperties(ObjectNode map, JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            if (!map.has(property.getKey())) {
                setDefault(map, property.getKey(), property.getValue());
            }
            fill(map.path(property.getKey()), property.getValue());
        }
    }

    private void setDefault(ObjectNode map, String key, JsonNode rule) {
        withReference(rule).stream()
                .filter(part -> part.has("default"))
                .findFirst()
                .ifPresent(part -> map.set(key, part.get("default").deepCopy()));
    }

    private void fillOthers(ObjectNode map, JsonNode rule) {
        JsonNode others = rule.path("additionalProperties");
        if (others.isObject()) {
            map.properties().stream()
                    .filter(entry -> !rule.path("properties").has(entry.getKey()))
                    .forEach(entry -> fill(entry.getValue(), others));
        }
    }

    /** The rule itself first, so that a default beside a reference wins over the one it refers to. */
    private List<JsonNode> withReference(JsonNode rule) {
        List<JsonNode> parts = new ArrayList<>();
        JsonNode at = rule;
        for (String next = reference(at); next.startsWith("#/"); next = reference(at)) {
            parts.add(at);
            at = schema.at(next.substring(1));
        }
        parts.add(at);
        return parts;
    }

    private static String reference(JsonNode rule) {
        return rule.path("$ref").asString("");
    }
}
