package dev.chartwright.model;

import java.util.List;

/**
 * Something in a section that needs an add-on of the cluster.
 *
 * @param place keys that lead to it
 * @param addon the add-on
 * @param what what it is, behind the section's name in a sentence
 */
public record NeededAddon(List<String> place, String addon, String what) {}
