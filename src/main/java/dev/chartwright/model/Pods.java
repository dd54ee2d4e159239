package dev.chartwright.model;

import java.util.List;

/**
 * Labels and life cycle of an application's pods.
 *
 * @param labels extra labels, constant over the release's life
 * @param annotations extra annotations
 * @param strategy RollingUpdate or Recreate
 * @param terminationGracePeriodSeconds seconds between the stop signal and the kill
 * @param drainSeconds seconds before the stop signal in which a routed pod still answers, until routers have forgotten it
 */
public record Pods(
        List<Entry> labels,
        List<Entry> annotations,
        String strategy,
        int terminationGracePeriodSeconds,
        int drainSeconds) {
    public boolean hasAnnotations() {
        return !annotations.isEmpty();
    }

    public boolean isRolling() {
        return strategy.equals("RollingUpdate");
    }
}
