package dev.chartwright.validate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;

/**
 * One Kubernetes object as Helm rendered it.
 *
 * @param source the template's path in the chart
 * @param root the object
 * @param origins where its keys and values stand in the rendered text
 */
record RenderedObject(String source, JsonNode root, Origins origins) {
    /** A place in the object, for problems: its value, or its key. */
    Place place(String... parts) {
        return new Place(origins, "").then(parts);
    }

    /** What a path of {@code component.yaml} leads to. */
    Stream<Element> find(String path) {
        return new Element(root, place()).find(path);
    }

    /** What no two objects of a cluster share. */
    String identity() {
        return String.join(
                " ",
                text(root.path("apiVersion")),
                text(root.path("kind")),
                text(root.path("metadata").path("namespace")),
                text(root.path("metadata").path("name")));
    }

    /** What people call it: {@code Kind/namespace/name}, or {@code Kind/name} where it is in no namespace. */
    String key() {
        return Stream.of(kind(), namespace(), name())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Helm makes hooks anew and never changes them. */
    boolean isHook() {
        return root.path("metadata").path("annotations").has(TemporaryCharts.HOOK);
    }

    String kind() {
        return text(root.path("kind"));
    }

    String name() {
        return text(root.path("metadata").path("name"));
    }

    String namespace() {
        return text(root.path("metadata").path("namespace"));
    }

    String apiVersion() {
        return text(root.path("apiVersion"));
    }

    /** The API group; empty for the core. */
    String group() {
        int slash = apiVersion().indexOf('/');
        return slash < 0 ? "" : apiVersion().substring(0, slash);
    }

    /** How {@code component.yaml} and tables name its kind; a slash first in Kubernetes' first group. */
    String groupKind() {
        return group() + "/" + kind();
    }

    String annotation(String name) {
        return text(root.path("metadata").path("annotations").path(name));
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }
}
