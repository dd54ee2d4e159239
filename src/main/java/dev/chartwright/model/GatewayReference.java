package dev.chartwright.model;

/** A listener of a Gateway. */
public record GatewayReference(String name, String namespace, String section) {}
