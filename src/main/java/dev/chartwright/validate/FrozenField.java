package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A field that has to stay as it is.
 *
 * @param keys keys from the root of the object; {@code *} for each element of a list
 * @param byDefault what it is where nothing is written
 * @param by key by which elements of lists are told apart
 */
record FrozenField(List<String> keys, Optional<String> byDefault, String by) {
    private static final String NAME = "name";

    /** Reads {@code path} or {@code path=default}, keys with {@code /} between them. */
    static FrozenField parse(String text) {
        return parse(text, NAME);
    }

    static FrozenField parse(String text, String by) {
        int end = text.indexOf('=');
        List<String> keys = Stream.of((end < 0 ? text : text.substring(0, end)).split("/"))
                .map(key -> key.replace("~1", "/").replace("~0", "~"))
                .toList();
        return new FrozenField(keys, end < 0 ? Optional.empty() : Optional.of(text.substring(end + 1)), by);
    }

    JsonNode in(JsonNode root) {
        JsonNode at = root;
        for (String key : keys) {
            at = at.path(key);
        }
        return orDefault(at);
    }

    /** Differences, down to the values that differ. */
    Stream<FieldChange> changes(JsonNode before, JsonNode after) {
        Stream<FieldChange> found = Stream.of(new FieldChange("", "", before, after));
        for (String key : keys) {
            found = found.flatMap(change -> key.equals("*") ? change.elements(by) : Stream.of(change.step(key)));
        }
        return found.flatMap(change -> FieldChange.between(
                change.field(), change.pointer(), orDefault(change.before()), orDefault(change.after())));
    }

    private JsonNode orDefault(JsonNode value) {
        return FieldChange.isAbsent(value) && byDefault.isPresent()
                ? JsonNodeFactory.instance.stringNode(byDefault.get())
                : value;
    }
}
