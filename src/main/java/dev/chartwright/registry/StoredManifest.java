package dev.chartwright.registry;

import dev.chartwright.chart.Digest;

/**
 * What a registry said of a manifest that it was given.
 *
 * @param digest the manifest's digest
 * @param subjectTaken whether the registry lists it among the referrers of its subject by itself
 */
public record StoredManifest(Digest digest, boolean subjectTaken) {}
