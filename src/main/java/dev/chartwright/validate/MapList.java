package dev.chartwright.validate;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Lists of custom resources that are maps by some keys, or sets, have each entry once. */
final class MapList {
    private MapList() {}

    static Stream<Problem> check(RenderedObject object, SchemaVisit visit) {
        return switch (visit.schema().path("x-kubernetes-list-type").asString("")) {
            case "map" -> repeated(object, visit, keys(visit.schema()));
            case "set" -> repeated(object, visit, List.of());
            default -> Stream.empty();
        };
    }

    private static List<String> keys(JsonNode schema) {
        return schema.path("x-kubernetes-list-map-keys")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private static Stream<Problem> repeated(RenderedObject object, SchemaVisit visit, List<String> keys) {
        Set<List<JsonNode>> seen = new HashSet<>();
        JsonNode defaults = visit.schema().at("/items/properties");
        return IntStream.range(0, visit.value().size())
                .filter(index -> !seen.add(entry(visit.value().path(index), keys, defaults)))
                .mapToObj(index -> new Problem(
                        visit.place().then(index).value(),
                        "duplicate-entry",
                        object.kind() + " " + Quote.of(object.name()) + " has "
                                + words(entry(visit.value().path(index), keys, defaults), keys) + " twice in one list",
                        keys.isEmpty()
                                ? "the list is a set, and the API server refuses the second"
                                : "the list is a map by `" + String.join("` and `", keys)
                                        + "`: the API server refuses the second",
                        "remove one of the two"));
    }

    private static List<JsonNode> entry(JsonNode element, List<String> keys, JsonNode defaults) {
        return keys.isEmpty()
                ? List.of(element)
                : keys.stream()
                        .map(key -> element.has(key)
                                ? element.path(key)
                                : defaults.path(key).path("default"))
                        .toList();
    }

    private static String words(List<JsonNode> entry, List<String> keys) {
        return (keys.isEmpty() ? "" : "the " + String.join(" and ", keys) + " ")
                + String.join(
                        " and ",
                        entry.stream().map(part -> Quote.of(part.asString(""))).toList());
    }
}
