package dev.chartwright.crds;

/**
 * A file that is where it should be, with the right bytes.
 *
 * @param crd what it is
 * @param file where it is
 * @param isNew whether it was fetched just now
 */
public record PulledCrd(LockedCrd crd, String file, boolean isNew) {}
