package dev.chartwright.publish;

import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

import dev.chartwright.artifact.HelmArtifact;
import tools.jackson.databind.JsonNode;

/** How what stands under a version differs from the chart that is to be pushed. */
enum Difference {
    SIGNED("the version is there already, with a signature that this package lacks"),
    UNSIGNED("the version is there already, without the signature that this package has"),
    OTHER_SIGNATURE("the version is there already, with another signature"),
    DESCRIPTION("the version is there already: the package is the same, its manifest says other things of it"),
    PACKAGE("the version is there already, with another package"),
    OTHER("the version is there already, and is no Helm chart");

    /** What Helm 3 wrote before 3.7. */
    private static final String LEGACY_CHART = "application/tar+gzip";

    private final String words;

    Difference(String words) {
        this.words = words;
    }

    /** Compares two manifests that are not the same. */
    static Difference between(byte[] there, byte[] here) {
        return OciJson.read(there)
                .flatMap(found -> OciJson.read(here).map(ours -> between(found, ours)))
                .orElse(OTHER);
    }

    private static Difference between(JsonNode there, JsonNode here) {
        Optional<JsonNode> content = layer(there, List.of(HelmArtifact.PACKAGE, LEGACY_CHART));
        if (content.isEmpty()) {
            return OTHER;
        }
        if (!digest(content).equals(digest(layer(here, List.of(HelmArtifact.PACKAGE))))) {
            return PACKAGE;
        }
        Optional<JsonNode> signatureThere = layer(there, List.of(HelmArtifact.PROVENANCE));
        Optional<JsonNode> signatureHere = layer(here, List.of(HelmArtifact.PROVENANCE));
        if (digest(signatureThere).equals(digest(signatureHere)) || !saysTheSame(there, here)) {
            return DESCRIPTION;
        }
        if (signatureHere.isEmpty()) {
            return SIGNED;
        }
        return signatureThere.isEmpty() ? UNSIGNED : OTHER_SIGNATURE;
    }

    private static boolean saysTheSame(JsonNode there, JsonNode here) {
        return there.path("config").equals(here.path("config"))
                && there.path("annotations").equals(here.path("annotations"));
    }

    private static Optional<JsonNode> layer(JsonNode manifest, List<String> mediaTypes) {
        return StreamSupport.stream(manifest.path("layers").spliterator(), false)
                .filter(layer -> mediaTypes.contains(layer.path("mediaType").asString("")))
                .findFirst();
    }

    private static String digest(Optional<JsonNode> layer) {
        return layer.map(found -> found.path("digest").asString("")).orElse("");
    }

    String words() {
        return words;
    }

    String code() {
        return isOnlySignature() ? "signature-differs" : "version-taken";
    }

    /** What to do about it. */
    String fix(String environment) {
        return switch (this) {
            case SIGNED -> "build with `--sign` and the key of that signature, or push with `--force` to drop it";
            case UNSIGNED ->
                "raise `environment.chart.version` of " + environment + ", or push with `--force` to add the signature";
            case OTHER_SIGNATURE -> "build with the key of that signature, or push with `--force` to replace it";
            default ->
                "raise `environment.chart.version` of " + environment
                        + ", or push with `--force` if nobody uses this one";
        };
    }

    private boolean isOnlySignature() {
        return List.of(SIGNED, UNSIGNED, OTHER_SIGNATURE).contains(this);
    }
}
