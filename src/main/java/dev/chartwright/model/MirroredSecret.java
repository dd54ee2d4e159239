package dev.chartwright.model;

/** A Secret whose data somebody else writes. */
public record MirroredSecret(String name, String namespace) {}
