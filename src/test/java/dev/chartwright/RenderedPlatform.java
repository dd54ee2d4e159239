package dev.chartwright;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Platform;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Objects of an environment, hooks among them, and the files that Helm takes as they are. */
final class RenderedPlatform {
    private final BuiltPlatform built;
    private final List<JsonNode> objects;

    RenderedPlatform(BuiltPlatform built, Path folder) {
        this.built = built;
        this.objects = built.withHooksShown().objects(folder).stream()
                .map(object -> JsonMapper.shared().<JsonNode>valueToTree(object))
                .toList();
    }

    Platform platform() {
        return built.platform();
    }

    Stream<JsonNode> objects() {
        return objects.stream();
    }

    Stream<JsonNode> ofKind(String kind) {
        return objects().filter(object -> kind(object).equals(kind));
    }

    /** Exactly the object of this kind and name, or none. */
    Stream<JsonNode> named(String kind, String name) {
        return ofKind(kind).filter(object -> name(object).equals(name));
    }

    /** Pod specs of everything that starts pods. */
    Stream<JsonNode> pods() {
        return objects()
                .map(object -> kind(object).equals("Pod") ? object.path("spec") : object.at("/spec/template/spec"))
                .filter(spec -> spec.has("containers"));
    }

    /** Values of an environment variable in a Deployment; none when it is not set. */
    Stream<String> env(String deployment, String variable) {
        return named("Deployment", deployment)
                .flatMap(object -> object.at("/spec/template/spec/containers").valueStream())
                .flatMap(container -> container.path("env").valueStream())
                .filter(entry -> entry.path("name").asString("").equals(variable))
                .map(entry -> entry.path("value").asString(""));
    }

    /** Every text that stands anywhere in an object. */
    Stream<String> texts() {
        return objects().flatMap(RenderedPlatform::texts);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isString()
                ? Stream.of(node.stringValue())
                : node.valueStream().flatMap(RenderedPlatform::texts);
    }

    /** Names of the definitions of a group that the charts bring. */
    List<String> definitions(String group) {
        return built.chart().allFiles().stream()
                .filter(file -> file.path().contains("/crds/"))
                .map(ChartFile::content)
                .flatMap(text -> BuiltPlatform.parse(text).stream())
                .map(object -> JsonMapper.shared().<JsonNode>valueToTree(object))
                .filter(definition -> definition.at("/spec/group").asString("").equals(group))
                .map(RenderedPlatform::name)
                .toList();
    }

    String readme() {
        return built.chart().allFiles().stream()
                .filter(file -> file.path().equals("README.md"))
                .map(ChartFile::content)
                .collect(Collectors.joining());
    }

    static String kind(JsonNode object) {
        return object.path("kind").asString("");
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asString("");
    }

    static String namespace(JsonNode object) {
        return object.at("/metadata/namespace").asString("");
    }
}
