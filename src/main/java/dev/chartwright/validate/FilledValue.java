package dev.chartwright.validate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/**
 * A value as the expressions of its schema see it: with defaults filled in, and names that are no identifiers escaped.
 *
 * @param schema structural schema of the value
 */
record FilledValue(JsonNode schema) {
    /** Words of the expression language that no field access may be. */
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "in",
            "as",
            "break",
            "const",
            "continue",
            "else",
            "for",
            "function",
            "if",
            "import",
            "let",
            "loop",
            "package",
            "namespace",
            "return");

    Object of(JsonNode value) {
        if (value.isArray()) {
            return list(value);
        }
        if (value.isObject()) {
            return map(value);
        }
        if (value.isIntegralNumber()) {
            return value.longValue();
        }
        if (value.isNumber()) {
            return value.doubleValue();
        }
        return value.isBoolean() ? (Object) value.booleanValue() : value.asString("");
    }

    private List<Object> list(JsonNode value) {
        FilledValue item = new FilledValue(schema.path("items"));
        return value.valueStream().map(item::of).toList();
    }

    private Map<String, Object> map(JsonNode value) {
        Map<String, Object> filled = new LinkedHashMap<>();
        JsonNode properties = schema.path("properties");
        properties.properties().stream()
                .filter(property -> property.getValue().has("default") && !value.has(property.getKey()))
                .forEach(property -> filled.put(
                        escaped(property.getKey()),
                        new FilledValue(property.getValue())
                                .of(property.getValue().path("default"))));
        value.properties().forEach(member -> {
            JsonNode known = properties.path(member.getKey());
            boolean isField = !known.isMissingNode();
            filled.put(
                    isField ? escaped(member.getKey()) : member.getKey(),
                    new FilledValue(isField ? known : schema.path("additionalProperties")).of(member.getValue()));
        });
        return filled;
    }

    /** As Kubernetes writes fields whose names the language cannot hold. */
    private static String escaped(String name) {
        return RESERVED.contains(name)
                ? "__" + name + "__"
                : name.replace("__", "__underscores__")
                        .replace(".", "__dot__")
                        .replace("-", "__dash__")
                        .replace("/", "__slash__");
    }
}
