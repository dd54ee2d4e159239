package dev.chartwright.publish;

import java.time.Instant;
import java.util.List;

import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.oci.Descriptor;
import dev.chartwright.oci.Reference;

/**
 * A chart's package, as it will stand in a registry.
 *
 * @param environment name of the build that it is of
 * @param reference where it goes, with its tag
 * @param umbrella whether it is the whole environment
 * @param asksForSecrets whether an install has to bring a file of secrets
 * @param artifact manifest, config and layers
 * @param created the time that its files carry
 * @param documents what is attached to it: bills of materials
 */
public record PackedChart(
        String environment,
        Reference reference,
        boolean umbrella,
        boolean asksForSecrets,
        HelmArtifact artifact,
        Instant created,
        List<OutputFile> documents) {
    public Digest digest() {
        return artifact.digest();
    }

    /** The manifest as other manifests name it. */
    Descriptor manifest() {
        return artifact.manifest().descriptor();
    }

    /** Bytes of everything but the manifest. */
    long size() {
        return artifact.config().descriptor().size()
                + artifact.layers().stream()
                        .mapToLong(layer -> layer.descriptor().size())
                        .sum();
    }

    /** The version of the chart; a tag cannot hold its plus sign. */
    public String version() {
        return artifact.tag().replace('_', '+');
    }
}
