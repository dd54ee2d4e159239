package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CustomResourceDefinition in a file: a template of this repository or one that its project published. */
record CrdFile(Path path, JsonNode document) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Every definition that the templates hold, in the order of their paths. */
    static List<CrdFile> compact() {
        return below(Path.of("templates"), "**/crds/*.yaml.mustache");
    }

    /** Definitions below a folder by name; of two versions of one, the one in the folder that sorts last. */
    static Map<String, CrdFile> published(Path folder) {
        Map<String, CrdFile> files = new TreeMap<>();
        below(folder, "**/*.yaml").forEach(file -> files.put(file.name(), file));
        return files;
    }

    String name() {
        return document.at("/metadata/name").asString("");
    }

    JsonNode spec() {
        return document.path("spec");
    }

    List<JsonNode> versions() {
        return elements(spec().path("versions"));
    }

    static JsonNode schema(JsonNode version) {
        return version.at("/schema/openAPIV3Schema");
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(element -> texts.add(element.asString("")));
        return texts;
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static List<CrdFile> below(Path folder, String pattern) {
        PathMatcher matcher = folder.getFileSystem().getPathMatcher("glob:" + pattern);
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(matcher::matches).sorted().map(CrdFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CrdFile read(Path path) {
        try (Stream<String> lines = Files.lines(path, StandardCharsets.UTF_8)) {
            // What is left without the section tags is the file as the renderer writes it: definitions hold no values.
            String yaml = lines.filter(line -> !line.startsWith("<%")).collect(Collectors.joining("\n"));
            return new CrdFile(path, JSON.valueToTree(new Yaml().<Object>load(yaml)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
