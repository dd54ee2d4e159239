package dev.chartwright.load;

import java.nio.file.Path;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One file of values, as it stands.
 *
 * @param file how messages name it
 * @param text its text
 * @param root its top-level map
 * @param keys where each key of it stands, by JSON pointer
 * @param values where each value of it stands, by JSON pointer
 */
record Layer(
        String file,
        String text,
        ObjectNode root,
        NavigableMap<String, Location> keys,
        NavigableMap<String, Location> values) {
    static Layer read(Path path, YamlReader reader) {
        String file = ValuesFolder.label(path);
        String text = reader.text(path, file);
        YamlDocument document = reader.read(text, file);
        return new Layer(
                file,
                text,
                map(document),
                new TreeMap<>(document.origins().keys()),
                new TreeMap<>(document.origins().values()));
    }

    private static ObjectNode map(YamlDocument document) {
        JsonNode root = document.root();
        if (root instanceof ObjectNode map) {
            return map;
        }
        if (root.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        throw new ProblemsException(List.of(new Problem(
                document.origins().value(""),
                "wrong-type",
                "the document is " + (root.isArray() ? "a list" : "a single value") + ", but a map is wanted",
                "the files of values are laid over each other key by key",
                "write keys, for example `environment:`")));
    }
}
