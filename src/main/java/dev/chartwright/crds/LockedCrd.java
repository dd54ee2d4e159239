package dev.chartwright.crds;

import java.net.URI;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Location;

/**
 * A published file that may take the place of a compact CustomResourceDefinition.
 *
 * @param name name of the definition
 * @param part part of the platform whose chart ships it
 * @param version version of the program it belongs to
 * @param licence SPDX identifier
 * @param url where its project publishes it
 * @param mirror its path in a mirror folder
 * @param digest what its bytes must have
 * @param place where the lock names the digest
 */
public record LockedCrd(
        String name,
        String part,
        String version,
        String licence,
        URI url,
        String mirror,
        Digest digest,
        Location place) {
    /** Name of its file, in the folder of fetched ones and in a chart. */
    public String fileName() {
        return name + ".yaml";
    }

    boolean allows(byte[] content) {
        return Digest.of(content).equals(digest);
    }
}
