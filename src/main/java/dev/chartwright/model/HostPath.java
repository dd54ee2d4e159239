package dev.chartwright.model;

/** A path of the node, and what must be there (a Kubernetes hostPath type). */
public record HostPath(String path, String type) {}
