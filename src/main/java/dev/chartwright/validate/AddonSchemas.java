package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;

import dev.chartwright.problem.NearestNames;
import tools.jackson.databind.JsonNode;

/**
 * Schemas of kinds that add-ons of a cluster bring, by version and kind.
 *
 * @param kinds {@code from} and {@code schema} of each {@code group/version Kind}
 */
record AddonSchemas(JsonNode kinds) {
    static AddonSchemas read() {
        return new AddonSchemas(JarFile.json("addons.schema.json"));
    }

    /** Kinds that may have been meant where no add-on is known to bring a kind. */
    List<String> near(RenderedObject object) {
        String written = object.apiVersion() + " " + object.kind();
        return kinds.has(written) ? List.of() : NearestNames.of(written, kinds.propertyNames());
    }

    Optional<CustomSchema> of(RenderedObject object) {
        JsonNode found = kinds.path(object.apiVersion() + " " + object.kind());
        return found.isMissingNode()
                ? Optional.empty()
                : Optional.of(new CustomSchema(found.path("from").asString(), found.path("schema")));
    }
}
