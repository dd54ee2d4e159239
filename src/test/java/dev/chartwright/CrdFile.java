package dev.chartwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A CustomResourceDefinition in a file: a template of this repository or one that its project published. */
record CrdFile(Path path, JsonNode document) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Pattern PARTIAL = Pattern.compile("( +)<%>([a-z-]+)%>");
    private static final Pattern COMMENT = Pattern.compile("<%!.*?%>\n", Pattern.DOTALL);

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
        String yaml = lines(path, "").collect(Collectors.joining("\n"));
        return new CrdFile(path, JSON.valueToTree(new Yaml().<Object>load(yaml)));
    }

    /** What is left without tags and with the partials is the file as the renderer writes it: it holds no values. */
    private static Stream<String> lines(Path path, String indent) {
        try {
            String text = COMMENT.matcher(Files.readString(path)).replaceAll("");
            return text.lines().filter(line -> !line.startsWith("<%")).flatMap(line -> expanded(indent + line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> expanded(String line) {
        Matcher partial = PARTIAL.matcher(line);
        return partial.matches()
                ? lines(Path.of("templates/partials", partial.group(2) + ".mustache"), partial.group(1))
                : Stream.of(line);
    }
}
