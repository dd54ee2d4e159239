package dev.chartwright.schema;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A structural schema of a CustomResourceDefinition as JSON schema draft 07, strict: what the API server would prune is
 * no key there, and what it would fill in from a default need not be written.
 *
 * <p>Rules in the Common Expression Language are no part of JSON schema and are left out.
 */
public final class StrictSchema {
    private static final String INT_OR_STRING = "x-kubernetes-int-or-string";
    private static final String OPEN = "x-kubernetes-preserve-unknown-fields";
    private static final Set<String> LOGIC = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> AS_THEY_ARE = Set.of(
            "description",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties",
            "multipleOf");

    private StrictSchema() {}

    /**
     * Draft 07 of a schema of whole objects.
     *
     * @param openApi what stands below {@code openAPIV3Schema}
     * @param metadata schema of the metadata, which is the same for every kind
     */
    public static ObjectNode of(JsonNode openApi, JsonNode metadata) {
        ObjectNode schema = converted(openApi);
        ObjectNode properties = (ObjectNode) schema.path("properties");
        properties.set("metadata", metadata);
        properties.remove("status"); // the controller's own
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
        boolean either = openApi.path(INT_OR_STRING).asBoolean(false);
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
        if (openApi.path(INT_OR_STRING).asBoolean(false)) {
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
        required(openApi, schema);
        if (openApi.path("x-kubernetes-embedded-resource").asBoolean(false)) {
            List.of("apiVersion", "kind", "metadata").forEach(name -> properties.set(name, object()));
        }
        JsonNode others = openApi.path("additionalProperties");
        if (others.isObject()) {
            schema.set("additionalProperties", converted(others));
        } else {
            boolean open = openApi.path(OPEN).asBoolean(false) || others.asBoolean(false);
            schema.put("additionalProperties", open);
        }
    }

    private static void required(JsonNode openApi, ObjectNode schema) {
        ArrayNode required = object().arrayNode();
        openApi.path("required")
                .valueStream()
                .filter(name ->
                        !openApi.path("properties").path(name.asString()).has("default"))
                .forEach(required::add);
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static ObjectNode object() {
        return JsonMapper.shared().createObjectNode();
    }
}
