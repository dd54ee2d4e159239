package dev.chartwright.layout;

/**
 * Something to place.
 *
 * @param id unique
 * @param group id of the group that it stands in; empty for none
 * @param width pixels
 * @param height pixels
 */
public record Box(String id, String group, double width, double height) {}
