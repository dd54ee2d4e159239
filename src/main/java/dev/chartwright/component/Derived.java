package dev.chartwright.component;

import java.util.List;

/**
 * A value that follows from others.
 *
 * @param name its path in the section
 * @param cases the first whose condition holds is the value; none where none holds
 */
public record Derived(String name, List<Case> cases) {}
