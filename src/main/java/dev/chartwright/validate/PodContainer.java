package dev.chartwright.validate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * A container of a pod.
 *
 * @param pod whose it is
 * @param root what is rendered of it
 * @param place where
 */
record PodContainer(PodTemplate pod, JsonNode root, Place place) {
    String name() {
        return root.path("name").asString("");
    }

    /** Elements of one of its lists, each with its place. */
    Stream<Element> elements(String list) {
        List<JsonNode> elements = root.path(list).valueStream().toList();
        return IntStream.range(0, elements.size())
                .mapToObj(index ->
                        new Element(elements.get(index), place.then(list).then(index)));
    }

    /**
     * An element of a list.
     *
     * @param root the element
     * @param place where it stands
     */
    record Element(JsonNode root, Place place) {}
}
