package dev.chartwright.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * CustomResourceDefinitions as their projects publish them, by name.
 *
 * @param oldest of two versions of one, the one in the folder that sorts first: what is in a cluster already
 * @param newest the one in the folder that sorts last: what the charts bring
 */
record UpstreamDefinitions(Map<String, JsonNode> oldest, Map<String, JsonNode> newest) {
    /** Once: seven megabytes of YAML. */
    private static final UpstreamDefinitions READ = new UpstreamDefinitions(new TreeMap<>(), new TreeMap<>());

    /** Stops the test, with its reason, where the files are not on the machine. */
    static UpstreamDefinitions read() {
        String folder = System.getProperty("upstream.crds", "");
        assumeTrue(!folder.isEmpty(), "give the folder of the full definitions with -Dupstream.crds=FOLDER");
        if (!READ.oldest().isEmpty()) {
            return READ;
        }
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            files.filter(file -> file.toString().endsWith(".yaml")).sorted().forEach(READ::add);
            return READ;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void add(Path file) {
        try {
            JsonNode definition = JsonMapper.shared().valueToTree(new Yaml().<Object>load(Files.readString(file)));
            String name = definition.at("/metadata/name").asString("");
            oldest.putIfAbsent(name, definition);
            newest.put(name, definition);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
