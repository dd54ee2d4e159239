package dev.chartwright.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** JSON types in plain words. */
final class JsonTypes {
    private JsonTypes() {}

    static String name(String type) {
        return switch (type) {
            case "string" -> "text";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            case "boolean" -> "`true` or `false`";
            case "array" -> "a list";
            case "object" -> "a map";
            default -> "nothing";
        };
    }

    /** What a value is, with the value itself where it is short. */
    static String describe(JsonNode value) {
        if (value.isString()) {
            return "the text " + Quote.of(value.stringValue());
        }
        if (value.isNumber()) {
            return "the number " + Quote.of(value.asString());
        }
        if (value.isBoolean()) {
            return "the truth value " + Quote.of(value.asString());
        }
        if (value.isArray()) {
            return "a list";
        }
        return value.isObject() ? "a map" : "empty";
    }

    /** Whether text would have a wanted type if it had no quotes. */
    static boolean wouldFit(String text, List<String> wanted) {
        return wanted.contains("boolean") && text.matches("true|false")
                || wanted.contains("integer") && text.matches("-?(0|[1-9][0-9]*)")
                || wanted.contains("number") && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    }

    /** Index of the first item that stands in the list before. */
    static int firstRepeated(JsonNode list) {
        Set<JsonNode> seen = new HashSet<>();
        int index = 0;
        while (index < list.size() && seen.add(list.get(index))) {
            index++;
        }
        return index;
    }
}
