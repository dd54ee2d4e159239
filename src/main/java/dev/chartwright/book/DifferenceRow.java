package dev.chartwright.book;

/** A line of the table of differences. */
public record DifferenceRow(String component, String place, String left, String right) {}
