package dev.chartwright.model;

import java.util.List;

/**
 * Which policy checks one rendered object need not keep.
 *
 * @param name the object: {@code Kind/namespace/name}, or {@code Kind/name} where its kind has no namespace
 * @param reasonsByCheck why, and what would lift it, by the code of the check
 */
public record Exemption(String name, List<Entry> reasonsByCheck) {}
