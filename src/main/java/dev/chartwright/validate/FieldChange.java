package dev.chartwright.validate;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Quantity;
import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * A value that differs.
 *
 * @param field where it is, as `spec.ports[0].name`
 * @param pointer the same as JSON pointer
 * @param before what it was; missing when it was not there
 * @param after what it is now; missing when it is gone
 */
record FieldChange(String field, String pointer, JsonNode before, JsonNode after) {
    static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** The smallest parts of a value that differ. */
    static Stream<FieldChange> between(String field, String pointer, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            SortedSet<String> names = new TreeSet<>(before.propertyNames());
            names.addAll(after.propertyNames());
            return names.stream()
                    .flatMap(name -> between(
                            field + "." + name, pointer + Origins.pointer(name), before.path(name), after.path(name)));
        }
        if (before.isArray() && after.isArray()) {
            return IntStream.range(0, Math.max(before.size(), after.size()))
                    .boxed()
                    .flatMap(
                            at -> between(field + "[" + at + "]", pointer + "/" + at, before.path(at), after.path(at)));
        }
        return isSame(before, after) ? Stream.empty() : Stream.of(new FieldChange(field, pointer, before, after));
    }

    /** The same of a key of both. */
    FieldChange step(String key) {
        return new FieldChange(
                field.isEmpty() ? key : field + "." + key,
                pointer + Origins.pointer(key),
                before.path(key),
                after.path(key));
    }

    /** The same of elements that both have, told apart by one of their keys. */
    Stream<FieldChange> elements(String by) {
        return IntStream.range(0, after.size()).boxed().flatMap(at -> {
            String name = after.path(at).path(by).asString("");
            return before.valueStream()
                    .filter(old -> old.path(by).asString("").equals(name))
                    .map(old -> new FieldChange(field + "[" + name + "]", pointer + "/" + at, old, after.path(at)));
        });
    }

    /** As the API server compares: 1Gi is 1024Mi, and an empty value is none. */
    private static boolean isSame(JsonNode before, JsonNode after) {
        if (isEmpty(before) || isEmpty(after)) {
            return isEmpty(before) && isEmpty(after);
        }
        return !before.isContainer()
                && !after.isContainer()
                && (before.asString().equals(after.asString())
                        || Quantity.parse(before.asString())
                                .filter(quantity -> Quantity.parse(after.asString())
                                        .filter(quantity::equals)
                                        .isPresent())
                                .isPresent());
    }

    private static boolean isEmpty(JsonNode value) {
        return isAbsent(value) || value.isContainer() && value.isEmpty();
    }
}
