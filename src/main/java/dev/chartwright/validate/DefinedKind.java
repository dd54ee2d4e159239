package dev.chartwright.validate;

import java.util.List;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * A version of a kind that a CustomResourceDefinition in {@code crds/} defines.
 *
 * @param definition what else it defines
 * @param version name of the version
 * @param schema the version's schema
 */
record DefinedKind(Definition definition, String version, CustomSchema schema) {
    static List<DefinedKind> of(List<RenderedObject> definitions) {
        return definitions.stream()
                .filter(object -> object.kind().equals(Definition.KIND))
                .flatMap(object -> object.root()
                        .at("/spec/versions")
                        .valueStream()
                        .filter(version -> version.at("/schema/openAPIV3Schema").isObject())
                        .map(version -> of(object, version)))
                .toList();
    }

    boolean serves(RenderedObject object) {
        return definition.serves(object) && object.apiVersion().endsWith("/" + version);
    }

    private static DefinedKind of(RenderedObject object, JsonNode version) {
        return new DefinedKind(
                Definition.of(object),
                version.path("name").asString(""),
                new CustomSchema("the CRD " + Quote.of(object.name()), version.at("/schema/openAPIV3Schema")));
    }
}
