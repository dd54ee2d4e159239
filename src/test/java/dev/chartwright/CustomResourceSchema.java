package dev.chartwright;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a custom resource as JSON schema draft 07, strict: what the API server would prune is no key there.
 *
 * <p>Rules in the Common Expression Language are left to the API server.
 */
final class CustomResourceSchema {
    private static final Set<String> LOGIC = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> AS_THEY_ARE = Set.of(
            "description",
            "enum",
            "required",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "multipleOf");

    private CustomResourceSchema() {}

    /** Draft 07 of what stands below {@code openAPIV3Schema}. */
    static ObjectNode strict(JsonNode openApi) {
        ObjectNode schema = converted(openApi);
        // Metadata is the API server's own, the same for every kind.
        ((ObjectNode) schema.path("properties")).set("metadata", object().put("type", "object"));
        return schema;
    }

    private static ObjectNode converted(JsonNode openApi) {
        ObjectNode schema = object();
        openApi.properties().stream()
                .filter(entry -> AS_THEY_ARE.contains(entry.getKey()))
                .forEach(entry -> schema.set(entry.getKey(), entry.getValue()));
        type(openApi, schema);
        limit(openApi, schema, "minimum", "exclusiveMinimum");
        limit(openApi, schema, "maximum", "exclusiveMaximum");
        logic(openApi, schema);
        if (openApi.has("items")) {
            schema.set("items", converted(openApi.path("items")));
        }
        if (openApi.path("type").asString("").equals("object")) {
            keys(openApi, schema);
        }
        return schema;
    }

    private static void type(JsonNode openApi, ObjectNode schema) {
        boolean either = openApi.path(StructuralSchema.INT_OR_STRING).asBoolean(false);
        List<String> types = either
                ? List.of("integer", "string")
                : List.of(openApi.path("type").asString(""));
        if (types.contains("")) {
            return;
        }
        ArrayNode allowed = schema.putArray("type");
        types.forEach(allowed::add);
        if (openApi.path("nullable").asBoolean(false)) {
            allowed.add("null");
        }
    }

    /** OpenAPI has a switch where draft 07 has a second limit. */
    private static void limit(JsonNode openApi, ObjectNode schema, String name, String exclusive) {
        if (openApi.has(name)) {
            boolean open = openApi.path(exclusive).asBoolean(false);
            schema.set(open ? exclusive : name, openApi.path(name));
        }
    }

    /** Conditions name keys that the schema around them lists, so they close nothing. */
    private static void logic(JsonNode openApi, ObjectNode schema) {
        if (openApi.path(StructuralSchema.INT_OR_STRING).asBoolean(false)) {
            return;
        }
        LOGIC.stream().filter(openApi::has).forEach(name -> schema.set(name, openApi.path(name)));
        if (openApi.has("not")) {
            schema.set("not", openApi.path("not"));
        }
    }

    private static void keys(JsonNode openApi, ObjectNode schema) {
        ObjectNode properties = schema.putObject("properties");
        openApi.path("properties")
                .properties()
                .forEach(entry -> properties.set(entry.getKey(), converted(entry.getValue())));
        if (openApi.path("x-kubernetes-embedded-resource").asBoolean(false)) {
            List.of("apiVersion", "kind", "metadata").forEach(name -> properties.set(name, object()));
        }
        JsonNode others = openApi.path("additionalProperties");
        if (others.isObject()) {
            schema.set("additionalProperties", converted(others));
        } else {
            boolean open = openApi.path(StructuralSchema.OPEN).asBoolean(false) || others.asBoolean(false);
            schema.put("additionalProperties", open);
        }
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
