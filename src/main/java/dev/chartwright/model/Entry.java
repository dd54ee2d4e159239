package dev.chartwright.model;

/** A key and its text: a label, an annotation, a ConfigMap entry. */
public record Entry(String name, String value) {}
