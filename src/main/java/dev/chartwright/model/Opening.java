package dev.chartwright.model;

import java.util.List;

/**
 * What a need of an application opens.
 *
 * @param application who needs it
 * @param need key of its {@code network.needs}
 * @param drawn what the way is called in drawings
 * @param to pods that accept it
 * @param ports where
 */
public record Opening(String application, String need, String drawn, PodGroup to, List<PolicyPort> ports) {}
