package dev.chartwright.artifact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import dev.chartwright.chart.Digest;
import dev.chartwright.oci.Descriptor;
import tools.jackson.databind.JsonNode;

/**
 * A chart as {@code helm push} sends it: the same digest for the same package.
 *
 * @param config Chart.yaml as JSON
 * @param layers the package, and its signature where there is one, in the manifest's order
 * @param manifest what names them all
 * @param tag the version, in characters that a tag may have
 */
public record HelmArtifact(Content config, List<Content> layers, Content manifest, String tag) {
    /** Media type of the manifest, for the request that stores it: Helm writes none inside. */
    public static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";

    public static final String CONFIG = "application/vnd.cncf.helm.config.v1+json";
    public static final String PACKAGE = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";
    public static final String PROVENANCE = "application/vnd.cncf.helm.chart.provenance.v1.prov";

    /**
     * Bytes and what they are.
     *
     * @param descriptor media type, digest and size
     * @param bytes the content itself
     */
    public record Content(Descriptor descriptor, byte[] bytes) {
        static Content of(String mediaType, byte[] bytes) {
            return new Content(Descriptor.of(mediaType, bytes), bytes);
        }
    }

    /**
     * A chart without a signature.
     *
     * @param chartYaml the package's own Chart.yaml
     * @param archive the package
     * @param created the time that the package's files carry
     */
    public static HelmArtifact of(JsonNode chartYaml, byte[] archive, Instant created) {
        return of(chartYaml, List.of(Content.of(PACKAGE, archive)), created);
    }

    /** The same with its signature, a {@code .prov} file. */
    public static HelmArtifact signed(JsonNode chartYaml, byte[] archive, byte[] provenance, Instant created) {
        return of(chartYaml, List.of(Content.of(PACKAGE, archive), Content.of(PROVENANCE, provenance)), created);
    }

    private static HelmArtifact of(JsonNode chartYaml, List<Content> contents, Instant created) {
        JsonNode metadata = CheckedMetadata.of(chartYaml);
        Content config = Content.of(CONFIG, bytes(ChartMetadata.of(metadata)));
        List<Content> layers = contents.stream()
                .sorted(Comparator.comparing(
                        layer -> layer.descriptor().digest().value()))
                .toList();
        byte[] manifest = bytes(manifest(config, layers, ChartAnnotations.of(metadata, created)));
        String tag = metadata.path("version").asString("").replace('+', '_');
        return new HelmArtifact(config, layers, Content.of(MANIFEST, manifest), tag);
    }

    public Digest digest() {
        return manifest.descriptor().digest();
    }

    private static byte[] bytes(Map<String, Object> document) {
        return GoJson.write(document).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> manifest(
            Content config, List<Content> layers, SortedMap<String, String> annotations) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schemaVersion", 2);
        manifest.put("config", descriptor(config));
        manifest.put("layers", layers.stream().map(HelmArtifact::descriptor).toList());
        manifest.put("annotations", annotations);
        return manifest;
    }

    private static Map<String, Object> descriptor(Content content) {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("mediaType", content.descriptor().mediaType());
        descriptor.put("digest", content.descriptor().digest().value());
        descriptor.put("size", content.descriptor().size());
        return descriptor;
    }
}
