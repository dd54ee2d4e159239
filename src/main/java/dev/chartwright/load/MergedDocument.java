package dev.chartwright.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Layers laid over each other: maps merge, everything else replaces, {@code null} removes.
 *
 * <p>Places follow the layer that gave the value; a map that several layers share keeps its first place, and the place
 * of a removed key stays known, for a message about its absence.
 */
final class MergedDocument {
    private static final String NAME = "/environment/name";

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final NavigableMap<String, Location> keys = new TreeMap<>();
    private final NavigableMap<String, Location> values = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Location document = Location.ofFile("");

    /** Lays one more layer on top. */
    MergedDocument with(Layer layer) {
        document = Location.ofFile(layer.file());
        merge(root, layer.root(), "", layer);
        return this;
    }

    /** Names the environment after its file; nothing else may name it. */
    void setName(String environment) {
        if (!(root.get("environment") instanceof ObjectNode map)) {
            return;
        }
        if (map.has("name")) {
            problems.add(new Problem(
                    keys.get(NAME),
                    "written-name",
                    "the name of the environment is written down",
                    "an environment is called like its file, " + Quote.of(document.file()) + ": "
                            + Quote.of(environment),
                    "remove the line; rename the file to rename the environment"));
        }
        map.put("name", environment);
        keys.put(NAME, document);
    }

    ObjectNode root() {
        return root;
    }

    Origins origins() {
        return new Origins(keys, values, document);
    }

    List<Problem> problems() {
        return problems;
    }

    private void merge(ObjectNode target, ObjectNode map, String pointer, Layer layer) {
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String at = pointer + Origins.pointer(entry.getKey());
            if (entry.getValue().isNull()) {
                remove(target, entry.getKey(), at, layer);
            } else if (entry.getValue() instanceof ObjectNode inner) {
                merge(mapAt(target, entry.getKey(), at, layer), inner, at, layer);
            } else {
                replace(at, layer);
                below(layer.keys(), at).forEach(keys::put);
                below(layer.values(), at).forEach(values::put);
                target.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
    }

    private ObjectNode mapAt(ObjectNode target, String key, String pointer, Layer layer) {
        if (target.get(key) instanceof ObjectNode map) {
            return map;
        }
        replace(pointer, layer);
        return target.putObject(key);
    }

    private void remove(ObjectNode target, String key, String pointer, Layer layer) {
        if (target.remove(key) == null) {
            problems.add(new Problem(
                    layer.keys().get(pointer),
                    "nothing-to-remove",
                    Quote.of(key) + " has no value here, and no earlier file gives it one",
                    "a key without a value, or with `null`, removes what `base.yaml` says there",
                    "give it a value, or remove the line"));
        }
        forget(pointer);
        keys.put(pointer, layer.keys().get(pointer));
    }

    private void replace(String pointer, Layer layer) {
        forget(pointer);
        keys.put(pointer, layer.keys().get(pointer));
        values.put(pointer, layer.values().get(pointer));
    }

    private void forget(String pointer) {
        values.remove(pointer);
        below(keys, pointer).clear();
        below(values, pointer).clear();
    }

    /** Everything inside the value at the pointer; `0` is the character behind `/`. */
    private static Map<String, Location> below(NavigableMap<String, Location> places, String pointer) {
        return places.subMap(pointer + "/", true, pointer + "0", false);
    }
}
