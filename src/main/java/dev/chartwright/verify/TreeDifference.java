package dev.chartwright.verify;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;

/** Finds the first place at which two documents differ. */
final class TreeDifference {
    private TreeDifference() {}

    /** One clause that names the place and both values; nothing for documents that say the same. */
    static Optional<String> find(JsonNode published, JsonNode built, String place, Shown shown) {
        if (published.equals(built)) {
            return Optional.empty();
        }
        if (published.isObject() && built.isObject()) {
            SortedSet<String> names = new TreeSet<>(published.propertyNames());
            names.addAll(built.propertyNames());
            return names.stream()
                    .map(name -> find(published.path(name), built.path(name), place + "." + name, shown))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (published.isArray() && built.isArray() && published.size() == built.size()) {
            for (int index = 0; index < built.size(); index++) {
                Optional<String> difference =
                        find(published.path(index), built.path(index), place + "[" + index + "]", shown);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        boolean texts = isTextOrMissing(published) && isTextOrMissing(built);
        Contrast contrast = texts
                ? new Contrast(
                        present(published).map(JsonNode::stringValue),
                        present(built).map(JsonNode::stringValue))
                : new Contrast(
                        present(published).map(JsonNode::toString),
                        present(built).map(JsonNode::toString));
        return Optional.of(shown.quoted(place) + " " + contrast.words(shown));
    }

    /** Only among texts may the quotes go: `2` and `"2"` are not the same. */
    private static boolean isTextOrMissing(JsonNode value) {
        return value.isString() || value.isMissingNode();
    }

    private static Optional<JsonNode> present(JsonNode value) {
        return Optional.of(value).filter(node -> !node.isMissingNode());
    }
}
