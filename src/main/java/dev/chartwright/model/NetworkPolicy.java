package dev.chartwright.model;

import java.util.List;

/**
 * What a group of pods may accept and open; all else is denied.
 *
 * @param name object name
 * @param pods whom it guards
 * @param ingress what they accept
 * @param egress what they open
 */
public record NetworkPolicy(String name, PodGroup pods, List<TrafficRule> ingress, List<TrafficRule> egress) {
    public boolean hasIngress() {
        return !ingress.isEmpty();
    }

    public boolean hasEgress() {
        return !egress.isEmpty();
    }
}
