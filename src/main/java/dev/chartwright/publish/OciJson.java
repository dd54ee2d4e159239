package dev.chartwright.publish;

import java.util.Optional;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.oci.Descriptor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Manifests and indexes as the OCI image specification writes them. */
final class OciJson {
    static final String MANIFEST = HelmArtifact.MANIFEST;
    static final String INDEX = "application/vnd.oci.image.index.v1+json";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private OciJson() {}

    /** An empty manifest or index. */
    static ObjectNode document(String mediaType) {
        return MAPPER.createObjectNode().put("schemaVersion", 2).put("mediaType", mediaType);
    }

    static ObjectNode descriptor(Descriptor descriptor) {
        return MAPPER.createObjectNode()
                .put("mediaType", descriptor.mediaType())
                .put("digest", descriptor.digest().value())
                .put("size", descriptor.size());
    }

    static byte[] bytes(JsonNode document) {
        return MAPPER.writeValueAsBytes(document);
    }

    /** What a registry gave, if it is JSON at all. */
    static Optional<JsonNode> read(byte[] content) {
        try {
            return Optional.of(MAPPER.readTree(content));
        } catch (JacksonException noJson) {
            return Optional.empty();
        }
    }
}
