package dev.chartwright.model;

/** Numeric user and group a container runs as. */
public record RunAs(long user, long group) {}
