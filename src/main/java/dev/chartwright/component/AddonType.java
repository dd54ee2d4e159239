package dev.chartwright.component;

/**
 * Something in the section that needs an add-on of the cluster.
 *
 * @param at its path; {@code *} stands for each entry
 * @param addon the add-on
 * @param what what it is, behind the section's name in a sentence; tags begin in it, an entry's key is its {@code name}
 */
public record AddonType(String at, String addon, String what) {}
