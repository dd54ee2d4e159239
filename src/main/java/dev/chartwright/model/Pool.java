package dev.chartwright.model;

/** A pool of a Tenant. */
public record Pool(String name, int servers, int volumesPerServer, Claim storage, Resources resources) {}
