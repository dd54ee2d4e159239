package dev.chartwright.assemble;

import java.util.List;
import java.util.Optional;

import dev.chartwright.problem.Location;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A documented key of a values.yaml.
 *
 * @param name its key
 * @param description the sentences of its comment
 * @param type name of its type in values.types.json; absent means the type of its default
 * @param value its default
 * @param children knobs inside it, when its map is strict
 * @param place where its key stands
 */
record Knob(
        String name, String description, Optional<String> type, JsonNode value, List<Knob> children, Location place) {
    /** The switch of a subchart, seen from the umbrella. */
    static Knob enabled(String subchart) {
        JsonNode on = JsonNodeFactory.instance.booleanNode(true);
        Location nowhere = Location.ofFile("values.yaml");
        Knob enabled = new Knob(
                "enabled",
                "Whether the chart " + subchart + " is installed.",
                Optional.empty(),
                on,
                List.of(),
                nowhere);
        JsonNode block = JsonNodeFactory.instance.objectNode().set("enabled", on);
        return new Knob(subchart, "", Optional.empty(), block, List.of(enabled), nowhere);
    }

    /** A group of knobs, strict about its keys. */
    boolean isGroup() {
        return type.isEmpty() && value.isObject();
    }
}
