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

    /** What a path of {@code component.yaml} leads to; nothing that is not there. */
    Stream<Element> find(String path) {
        Stream<Element> found = Stream.of(this);
        for (String key : path.split("/")) {
            found = found.flatMap(element -> element.step(key));
        }
        return found.filter(element -> !element.root().isMissingNode());
    }

    private Stream<Element> step(String key) {
        if (key.equals("*")) {
            return each(root, place);
        }
        if (key.startsWith("[")) {
            return each(root, place)
                    .filter(element ->
                            key.equals("[" + element.root().path("name").asString("") + "]"));
        }
        String name = key.replace("~1", "/").replace("~0", "~");
        return Stream.of(new Element(root.path(name), place.then(name)));
    }

    /** Elements of a list that it holds. */
    Stream<Element> each(String list) {
        return each(root.path(list), place.then(list));
    }
}
