package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * What a CustomResourceDefinition defines.
 *
 * @param group API group
 * @param kind kind of its objects
 * @param plural name of its objects in rules and paths
 * @param versions versions that the API server serves
 */
record Definition(String group, String kind, String plural, List<String> versions) {
    static final String KIND = "CustomResourceDefinition";

    static Stream<Definition> of(List<RenderedObject> objects) {
        return objects.stream().filter(object -> object.kind().equals(KIND)).map(Definition::of);
    }

    boolean defines(RenderedObject object) {
        return group.equals(object.group()) && kind.equals(object.kind());
    }

    boolean serves(RenderedObject object) {
        return defines(object) && versions.contains(object.apiVersion().substring(group.length() + 1));
    }

    static Definition of(RenderedObject object) {
        JsonNode spec = object.root().path("spec");
        return new Definition(
                spec.path("group").asString(""),
                spec.at("/names/kind").asString(""),
                spec.at("/names/plural").asString(""),
                spec.path("versions")
                        .valueStream()
                        .filter(version -> version.path("served").asBoolean(false))
                        .map(version -> version.path("name").asString(""))
                        .toList());
    }
}
