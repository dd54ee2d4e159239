package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** What the API server demands of a schema in a CustomResourceDefinition, and what this repository adds to it. */
final class StructuralSchema {
    static final String OPEN = "x-kubernetes-preserve-unknown-fields";
    static final String INT_OR_STRING = "x-kubernetes-int-or-string";

    /** No descriptions: the definitions here hold facts, not another project's sentences. */
    private static final Set<String> KEYWORDS = Set.of(
            "type",
            "format",
            "enum",
            "pattern",
            "default",
            "required",
            "properties",
            "additionalProperties",
            "items",
            "minimum",
            "maximum",
            "minLength",
            "maxLength",
            "maxItems",
            OPEN,
            INT_OR_STRING,
            "x-kubernetes-map-type",
            "x-kubernetes-list-type",
            "x-kubernetes-list-map-keys",
            "x-kubernetes-validations");

    private final List<String> faults = new ArrayList<>();

    private StructuralSchema() {}

    static List<String> faults(JsonNode root) {
        StructuralSchema check = new StructuralSchema();
        check.node("", root);
        check.expect(root.at("/properties/metadata").size() == 1, ".metadata", "says more than its type");
        return check.faults;
    }

    private void node(String path, JsonNode node) {
        expect(node.isObject(), path, "is no schema");
        node.propertyNames().forEach(key -> expect(KEYWORDS.contains(key), path, "keyword " + key));
        String type = node.path("type").asString("");
        expect(type.isEmpty() == node.path(INT_OR_STRING).asBoolean(false), path, "wants a type or int-or-string");
        expect(!node.has(OPEN) || node.path(OPEN).asBoolean(false), path, OPEN + " is true or absent");
        expect(node.has("items") == type.equals("array"), path, "items and type array go together");
        boolean members = node.has("properties") || node.has("additionalProperties") || node.has(OPEN);
        expect(!members || type.equals("object"), path, "members of type " + type);
        expect(!node.has("properties") || !node.has("additionalProperties"), path, "properties and a map");
        expect(!node.has("default") || fits(node.path("default"), node), path, "default does not fit");
        names(path, node);
        children(path, node);
    }

    private void names(String path, JsonNode node) {
        for (String name : CrdFile.texts(node.path("required"))) {
            boolean known = node.path("properties").has(name);
            expect(known, path, "requires " + name + " without saying what it is");
        }
        JsonNode items = node.path("items");
        for (String key : CrdFile.texts(node.path("x-kubernetes-list-map-keys"))) {
            boolean filled = items.path("properties").path(key).has("default");
            boolean present = CrdFile.texts(items.path("required")).contains(key);
            expect(present || filled, path, "list key " + key + " may be absent");
        }
    }

    private void children(String path, JsonNode node) {
        for (Map.Entry<String, JsonNode> property : node.path("properties").properties()) {
            node(path + "." + property.getKey(), property.getValue());
        }
        if (node.has("items")) {
            node(path + "[]", node.path("items"));
        }
        if (node.has("additionalProperties")) {
            node(path + "{}", node.path("additionalProperties"));
        }
    }

    /** Whether the API server keeps a default whole: right type, in the enumeration, nothing to prune. */
    private static boolean fits(JsonNode value, JsonNode schema) {
        JsonNode allowed = schema.path("enum");
        if (!allowed.isMissingNode() && !CrdFile.elements(allowed).contains(value)) {
            return false;
        }
        return switch (schema.path("type").asString("")) {
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "object" -> value.isObject() && value.properties().stream().allMatch(member -> keeps(schema, member));
            case "array" -> value.isArray();
            default -> value.isString() || value.isIntegralNumber();
        };
    }

    private static boolean keeps(JsonNode schema, Map.Entry<String, JsonNode> member) {
        JsonNode known = schema.path("properties").path(member.getKey());
        JsonNode child = known.isMissingNode() ? schema.path("additionalProperties") : known;
        return child.isMissingNode() ? schema.has(OPEN) : fits(member.getValue(), child);
    }

    private void expect(boolean holds, String path, String fault) {
        if (!holds) {
            faults.add((path.isEmpty() ? "." : path) + ": " + fault);
        }
    }
}
