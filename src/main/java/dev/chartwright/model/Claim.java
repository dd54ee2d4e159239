package dev.chartwright.model;

import java.util.Optional;

/**
 * A PersistentVolumeClaim.
 *
 * @param size quantity
 * @param storageClass absent means the cluster's default
 * @param accessMode ReadWriteOnce, ReadWriteMany, ReadOnlyMany or ReadWriteOncePod
 */
public record Claim(String size, Optional<String> storageClass, String accessMode) {}
