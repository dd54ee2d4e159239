package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * An element of a list.
 *
 * @param root the element
 * @param place where it stands
 */
record Element(JsonNode root, Place place) {
    /** Elements of a list, each with its place; none of what is no list. */
    static Stream<Element> each(JsonNode list, Place place) {
        return IntStream.range(0, list.isArray() ? list.size() : 0)
                .mapToObj(index -> new Element(list.path(index), place.then(index)));
    }

    /** Elements of a list that it holds. */
    Stream<Element> each(String list) {
        return each(root.path(list), place.then(list));
    }
}
