package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A value of an object, and the schema for it.
 *
 * @param schema what is said of it
 * @param value the value
 * @param place where it stands
 * @param root the whole schema, in which references are looked up
 */
record SchemaVisit(JsonNode schema, JsonNode value, Place place, JsonNode root) {
    private static final String REFERENCE = "$ref";

    /** The value, and every value in it of which the schema says something. */
    static Stream<SchemaVisit> of(JsonNode schema, JsonNode value, Place place) {
        return of(schema, value, place, schema);
    }

    /**
     * The same for a schema that is a part of another.
     *
     * @param root the other
     */
    static Stream<SchemaVisit> of(JsonNode schema, JsonNode value, Place place, JsonNode root) {
        JsonNode meant = schema.has(REFERENCE)
                ? root.at(schema.path(REFERENCE).asString().substring(1))
                : schema;
        SchemaVisit here = new SchemaVisit(meant, value, place, root);
        Stream<SchemaVisit> inside = value.isArray() ? here.items() : here.members();
        return Stream.concat(Stream.of(here), inside);
    }

    private Stream<SchemaVisit> items() {
        JsonNode items = schema.path("items");
        return IntStream.range(0, value.size())
                .boxed()
                .flatMap(index -> of(items, value.path(index), place.then(index), root));
    }

    private Stream<SchemaVisit> members() {
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        return value.properties().stream()
                .flatMap(member -> of(
                        properties.has(member.getKey()) ? properties.path(member.getKey()) : others,
                        member.getValue(),
                        place.then(member.getKey()),
                        root));
    }
}
