package dev.chartwright.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * A schema inside a schema.
 *
 * @param node the schema
 * @param pointer where it stands in the file
 */
record SchemaParts(JsonNode node, String pointer) {
    private static final Set<String> ONE =
            Set.of("items", "contains", "additionalProperties", "propertyNames", "not", "if", "then", "else");
    private static final Set<String> LISTS = Set.of("allOf", "anyOf", "oneOf");
    private static final Set<String> MAPS = Set.of("properties", "patternProperties", "definitions");

    /** The schema and everything inside it. */
    static Stream<SchemaParts> of(JsonNode root) {
        return new SchemaParts(root, "").all();
    }

    private Stream<SchemaParts> all() {
        return Stream.concat(Stream.of(this), node.properties().stream().flatMap(this::inside));
    }

    private Stream<SchemaParts> inside(Map.Entry<String, JsonNode> keyword) {
        String at = pointer + Origins.pointer(keyword.getKey());
        return parts(keyword.getKey(), keyword.getValue(), at).stream()
                .filter(part -> part.node().isObject())
                .flatMap(SchemaParts::all);
    }

    private static List<SchemaParts> parts(String keyword, JsonNode value, String at) {
        if (ONE.contains(keyword)) {
            return List.of(new SchemaParts(value, at));
        }
        if (LISTS.contains(keyword)) {
            return IntStream.range(0, value.size())
                    .mapToObj(i -> new SchemaParts(value.get(i), at + "/" + i))
                    .toList();
        }
        if (MAPS.contains(keyword)) {
            return value.properties().stream()
                    .map(entry -> new SchemaParts(entry.getValue(), at + Origins.pointer(entry.getKey())))
                    .toList();
        }
        return List.of();
    }
}
