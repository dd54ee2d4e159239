package dev.chartwright.model;

/** A host and a path under which a component is reached from outside the cluster. */
public record PublicRoute(String host, String path) {}
