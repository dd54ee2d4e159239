package dev.chartwright.model;

import java.util.Optional;

/** Limits and targets of a HorizontalPodAutoscaler; targets are percent of the request. */
public record Autoscaling(
        int minReplicas, int maxReplicas, Optional<Integer> cpuPercent, Optional<Integer> memoryPercent) {
    public boolean hasTargets() {
        return cpuPercent.isPresent() || memoryPercent.isPresent();
    }
}
