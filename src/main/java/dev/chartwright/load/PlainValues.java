package dev.chartwright.load;

import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** A document as maps, lists, texts, whole numbers and booleans. */
final class PlainValues {
    private PlainValues() {}

    static Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            return node.valueStream().map(PlainValues::value).toList();
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.canConvertToLong() ? node.longValue() : node.asString("");
    }
}
