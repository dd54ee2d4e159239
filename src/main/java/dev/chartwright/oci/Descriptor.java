package dev.chartwright.oci;

import dev.chartwright.chart.Digest;

/**
 * What content is and how it is found (OCI image specification, "descriptor").
 *
 * @param mediaType what the bytes mean
 * @param digest their digest
 * @param size their number
 */
public record Descriptor(String mediaType, Digest digest, long size) {
    /** Describes bytes at hand. */
    public static Descriptor of(String mediaType, byte[] content) {
        return new Descriptor(mediaType, Digest.of(content), content.length);
    }
}
