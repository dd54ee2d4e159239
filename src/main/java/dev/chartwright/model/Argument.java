package dev.chartwright.model;

/** An argument of a queue or a binding. */
public record Argument(String name, Scalar value) {}
