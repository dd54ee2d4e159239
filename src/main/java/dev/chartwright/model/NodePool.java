package dev.chartwright.model;

/**
 * Machines of one size.
 *
 * @param name what the team calls them
 * @param count how many there are
 * @param allocatable what the pods of the platform may request on each of them; what is left out is not known
 */
public record NodePool(String name, int count, Quantities allocatable) {}
