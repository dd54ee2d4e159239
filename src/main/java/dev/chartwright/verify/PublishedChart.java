package dev.chartwright.verify;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;
import dev.chartwright.registry.FetchedManifest;
import dev.chartwright.registry.Registry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chart in a registry.
 *
 * @param manifest as the registry keeps it
 * @param document the same, read
 * @param registry where its blobs are
 * @param reference where it is published
 */
record PublishedChart(FetchedManifest manifest, JsonNode document, Registry registry, Reference reference) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

    static PublishedChart fetch(Registry registry, Reference reference) {
        FetchedManifest manifest = registry.fetch(reference).orElseThrow(() -> Mismatch.nothing(reference));
        JsonNode document = read(manifest.content()).orElseThrow(() -> Mismatch.foreign(reference, "no JSON"));
        PublishedChart chart = new PublishedChart(manifest, document, registry, reference);
        if (!document.path("config").isObject()) {
            throw Mismatch.foreign(
                    reference,
                    "no config: " + chart.quoted(manifest.descriptor().mediaType()));
        }
        if (!chart.config().mediaType().equals(HelmArtifact.CONFIG)) {
            throw Mismatch.foreign(
                    reference, "a config of type " + chart.quoted(chart.config().mediaType()));
        }
        return chart;
    }

    /** What others wrote, beside what this checkout makes. */
    Shown shown(String ours) {
        return new Shown(registry, ours);
    }

    /** A media type of others. */
    String quoted(String type) {
        return shown(HelmArtifact.CONFIG).quoted(type);
    }

    private static Optional<JsonNode> read(byte[] content) {
        try {
            return Optional.of(JsonMapper.shared().readTree(new String(content, StandardCharsets.UTF_8)));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }

    Descriptor config() {
        return descriptor(document.path("config"));
    }

    JsonNode configDocument() {
        return read(bytes(config())).orElseThrow(() -> Mismatch.foreign(reference, "a config that is no JSON"));
    }

    /** The layer of a media type; a second one of the same type is a difference of its own. */
    Optional<Descriptor> layer(String mediaType) {
        List<Descriptor> layers =
                layers().filter(layer -> layer.mediaType().equals(mediaType)).toList();
        if (layers.size() > 1) {
            throw Mismatch.of(reference, "has " + layers.size() + " layers of type `" + mediaType + "`");
        }
        return layers.stream().findFirst();
    }

    Stream<Descriptor> layers() {
        return document.path("layers").valueStream().map(this::descriptor);
    }

    byte[] bytes(Descriptor descriptor) {
        return registry.blob(reference, descriptor);
    }

    private Descriptor descriptor(JsonNode node) {
        String digest = node.path("digest").asString("");
        if (!DIGEST.matcher(digest).matches() || !node.path("size").isIntegralNumber()) {
            throw Mismatch.foreign(reference, "a layer without SHA-256 digest or size");
        }
        return new Descriptor(
                node.path("mediaType").asString(""),
                new Digest(digest),
                node.path("size").asLong(-1));
    }
}
