package dev.chartwright.validate;

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
        return Element.each(root.path(list), place.then(list));
    }
}
