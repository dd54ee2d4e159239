package dev.chartwright.model;

/**
 * An image that a program is told about through an environment variable.
 *
 * @param name the environment variable
 * @param image what it says
 */
public record NamedImage(String name, Image image) {}
