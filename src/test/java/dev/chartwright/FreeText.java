package dev.chartwright;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.chartwright.model.Scalar;
import tools.jackson.databind.JsonNode;

/**
 * Rewrites every text of a model that the environment schema leaves free: no list of values, and no pattern but one that
 * only shuts out control characters.
 */
final class FreeText {
    private final JsonNode root;
    private final UnaryOperator<String> change;
    private final UnaryOperator<String> changeLine;

    /** Changes texts by the first function, and texts that must be a line without control characters by the second. */
    FreeText(JsonNode schema, UnaryOperator<String> change, UnaryOperator<String> changeLine) {
        this.root = schema;
        this.change = change;
        this.changeLine = changeLine;
    }

    <R extends Record> R rewrite(R value) {
        @SuppressWarnings("unchecked")
        R changed = (R) rewrite(value, root);
        return changed;
    }

    private Object rewrite(Object value, JsonNode schema) {
        JsonNode rule = resolve(schema);
        if (value instanceof String text) {
            return rewriteText(text, rule);
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(inside -> rewrite(inside, rule));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> element(element, rule)).toList();
        }
        if (value instanceof Scalar scalar) {
            return new Scalar(scalar.number(), scalar.flag(), scalar.text().map(change));
        }
        return value instanceof Record record ? rebuild(record, rule) : value;
    }

    private Object element(Object element, JsonNode rule) {
        return rewrite(element, rule.has("items") ? rule.get("items") : rule.path("additionalProperties"));
    }

    private Record rebuild(Record record, JsonNode rule) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> rewrite(read(record, component), ruleOf(component, components.length, rule)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return record.getClass().getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A record of a name and one value is written as {@code name: value}, so the rule is that of the value. */
    private JsonNode ruleOf(RecordComponent component, int count, JsonNode rule) {
        JsonNode properties = rule.path("properties");
        boolean whole = count == 2 && !component.getName().equals("name") && !properties.has(component.getName());
        return whole ? rule : properties.path(component.getName());
    }

    private JsonNode resolve(JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private String rewriteText(String text, JsonNode rule) {
        if (!rule.path("type").asString("").equals("string") || rule.has("enum") || rule.has("const")) {
            return text;
        }
        if (!rule.has("pattern")) {
            return change.apply(text);
        }
        return rule.get("pattern").asString().startsWith("^[^\\u0000-") ? changeLine.apply(text) : text;
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
