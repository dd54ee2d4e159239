package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * Pods that a rendered object describes.
 *
 * @param owner the object
 * @param path keys down to the template, which has metadata and a spec
 */
record PodTemplate(RenderedObject owner, List<String> path) {
    private static final Map<String, List<String>> PATHS = Map.of(
            "Pod", List.of(),
            "Deployment", List.of("spec", "template"),
            "StatefulSet", List.of("spec", "template"),
            "DaemonSet", List.of("spec", "template"),
            "ReplicaSet", List.of("spec", "template"),
            "Job", List.of("spec", "template"),
            "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

    static Stream<PodTemplate> of(List<RenderedObject> objects) {
        return objects.stream()
                .filter(object -> ApiGroups.isBuiltIn(object.group()))
                .flatMap(object -> Optional.ofNullable(PATHS.get(object.kind())).stream()
                        .map(path -> new PodTemplate(object, path)));
    }

    String namespace() {
        return owner.namespace();
    }

    private JsonNode root() {
        JsonNode at = owner.root();
        for (String key : path) {
            at = at.path(key);
        }
        return at;
    }

    JsonNode spec() {
        return root().path("spec");
    }

    Place place() {
        return owner.place(path.toArray(String[]::new)).then("spec");
    }

    JsonNode metadata() {
        return root().path("metadata");
    }

    Place metadataPlace() {
        return owner.place(path.toArray(String[]::new)).then("metadata");
    }

    JsonNode labels() {
        return metadata().path("labels");
    }

    JsonNode annotations() {
        return metadata().path("annotations");
    }

    /** On Windows some fields may not be set, and others mean nothing. */
    boolean isWindows() {
        return spec().at("/os/name").asString("").equals("windows");
    }

    /** Whether a selector by labels finds them. */
    boolean has(JsonNode wanted) {
        return wanted.properties().stream().allMatch(label -> label.getValue().equals(labels().path(label.getKey())));
    }

    /** Containers of every sort, in the order they start. */
    Stream<PodContainer> containers() {
        return Stream.of("initContainers", "containers", "ephemeralContainers").flatMap(this::containers);
    }

    /** Containers of one sort. */
    Stream<PodContainer> containers(String list) {
        List<JsonNode> elements = spec().path(list).valueStream().toList();
        Place place = place().then(list);
        return IntStream.range(0, elements.size())
                .mapToObj(index -> new PodContainer(this, elements.get(index), place.then(index)));
    }
}
