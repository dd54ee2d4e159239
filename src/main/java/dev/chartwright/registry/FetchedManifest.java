package dev.chartwright.registry;

import dev.chartwright.oci.Descriptor;

/**
 * A manifest as the registry keeps it.
 *
 * @param descriptor its media type, digest and size
 * @param content its bytes; they have that digest
 */
public record FetchedManifest(Descriptor descriptor, byte[] content) {}
