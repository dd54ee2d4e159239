package dev.chartwright.component;

import java.util.List;

/**
 * What an application may need.
 *
 * @param name key of its {@code network.needs}
 * @param opens what the need opens
 * @param drawn what the way is called in drawings
 */
public record NeedType(String name, List<OpenType> opens, String drawn) {}
