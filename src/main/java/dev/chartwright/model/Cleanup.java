package dev.chartwright.model;

import java.util.List;

/**
 * What is deleted before uninstall.
 *
 * @param steps at least one, in order; a step starts when the objects of the one before are gone
 */
public record Cleanup(List<CleanupStep> steps) {}
