package dev.chartwright.images;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.oci.Reference;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Registry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a registry sent as the manifest of an image, which may be anything: a page that asks for a login is an answer too.
 *
 * @param image what was asked for
 * @param manifest what came
 * @param registry who sent it
 */
record ImageManifest(Reference image, FetchedManifest manifest, Registry registry) {
    private static final int SCHEMA = 2;
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Set<String> INDEXES = Set.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> MANIFESTS = Set.of(
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");

    /** The same, once it looks like the manifest of an image, or like the index of several. */
    FetchedManifest checked() {
        fault().ifPresent(fault -> {
            throw new OutsideException(new Problem(
                    Location.ofFile(image.toString()),
                    "registry-answer",
                    "the answer of " + image.registry() + " is no manifest of an image: " + fault,
                    "a registry answers as the distribution specification says",
                    "look whether the host serves a registry, and whether a proxy changes its answers"));
        });
        return manifest;
    }

    private Optional<String> fault() {
        String type = manifest.descriptor().mediaType();
        boolean index = INDEXES.contains(type);
        if (!index && !MANIFESTS.contains(type)) {
            return Optional.of("its type is " + Quote.of(registry.hide(type, "")));
        }
        JsonNode document = JsonMapper.shared().readTree(new String(manifest.content(), StandardCharsets.UTF_8));
        if (document.path("schemaVersion").asInt(0) != SCHEMA) {
            return Optional.of("its `schemaVersion` is not " + SCHEMA);
        }
        if (!document.path("mediaType").asString(type).equals(type)) {
            return Optional.of("it calls itself "
                    + Quote.of(registry.hide(document.path("mediaType").toString(), "")));
        }
        return index ? indexFault(document) : manifestFault(document);
    }

    private static Optional<String> indexFault(JsonNode document) {
        JsonNode manifests = document.path("manifests");
        return !manifests.isEmpty() && manifests.valueStream().allMatch(ImageManifest::isDescriptor)
                ? Optional.empty()
                : Optional.of("its `manifests` name none");
    }

    private static Optional<String> manifestFault(JsonNode document) {
        return Stream.concat(
                                Stream.of(document.path("config")),
                                document.path("layers").valueStream())
                        .allMatch(ImageManifest::isDescriptor)
                ? Optional.empty()
                : Optional.of("its `config` or `layers` name none");
    }

    private static boolean isDescriptor(JsonNode node) {
        return DIGEST.matcher(node.path("digest").asString("")).matches()
                && node.path("size").isIntegralNumber();
    }
}
