package dev.chartwright.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to change an object in one place.
 *
 * @param pointer JSON pointer of the place
 * @param name what is done there, for people
 * @param changed the whole object afterwards
 */
record ObjectChange(String pointer, String name, JsonNode changed) {
    private static final JsonMapper JSON = JsonMapper.shared();
    /** What says where an object goes. */
    private static final List<String> IDENTITY = List.of("/apiVersion", "/kind", "/metadata/namespace");

    private static final int SHOWN = 60;
    private static final String LONG = "a".repeat(300);

    /** Every change that is tried, below every key but those that say what the object is. */
    static List<ObjectChange> of(JsonNode object) {
        List<ObjectChange> changes = new ArrayList<>();
        walk(object, object, "", changes);
        return changes;
    }

    private static void walk(JsonNode root, JsonNode node, String pointer, List<ObjectChange> changes) {
        if (node.isObject()) {
            node.properties().forEach(entry -> {
                String at = pointer + Origins.pointer(entry.getKey());
                if (!IDENTITY.contains(at)) {
                    changes.add(without(root, at));
                    values(entry.getValue()).forEach(value -> changes.add(with(root, at, value)));
                    walk(root, entry.getValue(), at, changes);
                }
            });
            changes.add(with(root, pointer + "/zzz", JSON.valueToTree("unknown")));
        } else if (node.isArray()) {
            IntStream.range(0, node.size()).forEach(index -> {
                values(node.get(index)).forEach(value -> changes.add(with(root, pointer + "/" + index, value)));
                walk(root, node.get(index), pointer + "/" + index, changes);
            });
        }
    }

    private static Stream<JsonNode> values(JsonNode old) {
        if (old.isString()) {
            return Stream.of("\"\"", "\"Wrong_Name!\"", "\"a b/c\"", "\"" + LONG + "\"", "7", "true", "{}", "[]")
                    .map(JSON::readTree);
        }
        if (old.isNumber()) {
            return Stream.of("-1", "0", "70000", "3000000000", "1.5", "\"seven\"", "\"7\"")
                    .map(JSON::readTree);
        }
        if (old.isBoolean()) {
            return Stream.of(old.booleanValue() ? "false" : "true", "\"maybe\"", "1")
                    .map(JSON::readTree);
        }
        if (old.isArray() && !old.isEmpty()) {
            ArrayNode twice = old.deepCopy().asArray();
            twice.add(old.get(0).deepCopy());
            return Stream.of(JSON.readTree("[]"), JSON.readTree("\"text\""), twice);
        }
        return Stream.of("{}", "[]", "\"text\"").map(JSON::readTree);
    }

    private static ObjectChange without(JsonNode root, String pointer) {
        JsonNode changed = root.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        ((ObjectNode) changed.at(at.head())).remove(at.last().getMatchingProperty());
        return new ObjectChange(pointer, "nothing", changed);
    }

    private static ObjectChange with(JsonNode root, String pointer, JsonNode value) {
        JsonNode changed = root.deepCopy();
        JsonPointer at = JsonPointer.compile(pointer);
        JsonNode parent = changed.at(at.head());
        if (parent instanceof ArrayNode list) {
            list.set(at.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) parent).set(at.last().getMatchingProperty(), value);
        }
        String text = value.toString();
        return new ObjectChange(pointer, text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text, changed);
    }
}
