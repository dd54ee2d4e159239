package dev.chartwright.model;

/** A bucket of a Tenant. */
public record Bucket(String name, String region, boolean objectLock) {}
