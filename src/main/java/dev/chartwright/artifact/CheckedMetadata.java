package dev.chartwright.artifact;

import java.util.Set;
import java.util.stream.Collector;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Chart.yaml as it is after Helm's check, which mends texts while it reads them (helm/helm,
 * {@code pkg/chart/v2/metadata.go} and {@code dependency.go}): every blank, line breaks too, becomes a space, and what
 * nobody can see goes.
 */
final class CheckedMetadata {
    /** Helm leaves these alone. */
    private static final Set<String> AS_WRITTEN = Set.of("annotations", "apiVersion", "import-values");

    private static final int NEXT_LINE = 0x85;

    private CheckedMetadata() {}

    static JsonNode of(JsonNode value) {
        if (value.isObject()) {
            ObjectNode checked = JsonNodeFactory.instance.objectNode();
            value.propertyStream().forEach(property -> {
                boolean raw = AS_WRITTEN.contains(property.getKey());
                checked.set(property.getKey(), raw ? property.getValue() : of(property.getValue()));
            });
            return checked;
        }
        if (value.isArray()) {
            return value.valueStream()
                    .map(CheckedMetadata::of)
                    .collect(Collector.of(JsonNodeFactory.instance::arrayNode, ArrayNode::add, ArrayNode::addAll));
        }
        return value.isString() ? JsonNodeFactory.instance.stringNode(text(value.stringValue())) : value;
    }

    private static String text(String text) {
        StringBuilder seen = new StringBuilder();
        text.codePoints()
                .map(character -> isBlank(character) ? ' ' : character)
                .filter(CheckedMetadata::isSeen)
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }

    private static boolean isBlank(int character) {
        return character >= '\t' && character <= '\r' || character == NEXT_LINE || Character.isSpaceChar(character);
    }

    /** A character that this Java does not know yet counts as seen, so that all Javas give the same bytes. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
