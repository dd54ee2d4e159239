package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A value of an object, and the structural schema for it.
 *
 * @param schema what its CustomResourceDefinition says of it
 * @param value the value
 * @param place where it stands
 */
record SchemaVisit(JsonNode schema, JsonNode value, Place place) {
    /** The value, and every value in it of which the schema says something. */
    static Stream<SchemaVisit> of(JsonNode schema, JsonNode value, Place place) {
        SchemaVisit here = new SchemaVisit(schema, value, place);
        Stream<SchemaVisit> inside = value.isArray() ? here.items() : here.members();
        return Stream.concat(Stream.of(here), inside);
    }

    private Stream<SchemaVisit> items() {
        JsonNode items = schema.path("items");
        return IntStream.range(0, value.size())
                .boxed()
                .flatMap(index -> of(items, value.path(index), place.then(index)));
    }

    private Stream<SchemaVisit> members() {
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        return value.properties().stream()
                .flatMap(member -> of(
                        properties.has(member.getKey()) ? properties.path(member.getKey()) : others,
                        member.getValue(),
                        place.then(member.getKey())));
    }
}
