package dev.chartwright.model;

import java.util.List;

/**
 * What is deleted before uninstall, in order; a step starts when the objects of the one before are gone.
 *
 * @param steps at least one
 */
public record Cleanup(List<CleanupStep> steps) {
    /** Number of steps. */
    public int size() {
        return steps.size();
    }

    /** Every step but the last: a pod runs these as init containers. */
    public List<CleanupStep> early() {
        return steps.subList(0, size() - 1);
    }

    public boolean hasEarly() {
        return size() > 1;
    }

    /** The last step: the pod's own container. */
    public CleanupStep last() {
        return steps.get(size() - 1);
    }
}
