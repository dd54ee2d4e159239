package dev.chartwright.model;

/** A Secret of some component, by component name and Secret name. */
public record SecretReference(String component, String secret) {}
