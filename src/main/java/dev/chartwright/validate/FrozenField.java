package dev.chartwright.validate;

import java.util.Optional;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field that has to stay as it is.
 *
 * @param path names from the root of the object, with dots
 * @param byDefault what it is where nothing is written
 */
record FrozenField(String path, Optional<String> byDefault) {
    /** Reads {@code path} or {@code path=default}. */
    static FrozenField parse(String text) {
        int end = text.indexOf('=');
        return end < 0
                ? new FrozenField(text, Optional.empty())
                : new FrozenField(text.substring(0, end), Optional.of(text.substring(end + 1)));
    }

    String pointer() {
        return "/" + path.replace('.', '/');
    }

    JsonNode in(JsonNode root) {
        JsonNode at = root;
        for (String name : path.split("\\.")) {
            at = at.path(name);
        }
        return FieldChange.isAbsent(at) && byDefault.isPresent()
                ? JsonNodeFactory.instance.stringNode(byDefault.get())
                : at;
    }
}
