package dev.chartwright.component;

import dev.chartwright.model.Scalar;

/**
 * Ports with one purpose.
 *
 * @param name the purpose
 * @param numbers one number, or text with numbers and ranges between commas, tags in it
 */
public record PortsType(String name, Scalar numbers) {}
