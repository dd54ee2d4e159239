package dev.chartwright.model;

import java.util.Optional;

/** Limits and targets of a HorizontalPodAutoscaler; targets are percent of the request. */
public record Autoscaling(
        int minReplicas, int maxReplicas, Optional<Integer> cpuPercent, Optional<Integer> memoryPercent) {
    public Autoscaling {
        if (minReplicas > maxReplicas) {
            throw new InvalidValueException(
                    "maxReplicas",
                    "autoscaling-range",
                    "at most " + maxReplicas + " pods are fewer than the fewest, " + minReplicas,
                    "the API server refuses a HorizontalPodAutoscaler whose `maxReplicas` is below its `minReplicas`",
                    "set `maxReplicas` to " + minReplicas + " or more");
        }
    }

    public boolean hasTargets() {
        return cpuPercent.isPresent() || memoryPercent.isPresent();
    }
}
