package dev.chartwright.layout;

/**
 * A line between two boxes.
 *
 * @param id unique
 * @param from id of a box
 * @param to id of a box
 */
public record Line(String id, String from, String to) {}
