package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * Where pods may run.
 *
 * @param nodeSelector node labels that must match
 * @param tolerations taints that are tolerated
 * @param topologySpread how pods spread over nodes or zones
 * @param priorityClassName an existing PriorityClass
 */
public record Scheduling(
        List<Entry> nodeSelector,
        List<Toleration> tolerations,
        List<TopologySpread> topologySpread,
        Optional<String> priorityClassName) {
    public boolean hasNodeSelector() {
        return !nodeSelector.isEmpty();
    }

    public boolean hasTolerations() {
        return !tolerations.isEmpty();
    }

    public boolean hasTopologySpread() {
        return !topologySpread.isEmpty();
    }
}
