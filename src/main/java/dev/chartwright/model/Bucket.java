package dev.chartwright.model;

import java.util.Optional;

/**
 * A bucket of a Tenant.
 *
 * @param name its name
 * @param region region that clients name
 * @param objectLock whether objects can be locked against deletion
 * @param unused why it stays although nothing of the platform uses it
 */
public record Bucket(String name, String region, boolean objectLock, Optional<String> unused) {}
