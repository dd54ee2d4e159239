package dev.chartwright.model;

import java.util.Optional;

/**
 * Pods of one sort that a component brings, or speaks of.
 *
 * @param group how they are found
 * @param title what people call them
 * @param label what drawings call them
 * @param madeBy who makes them
 * @param operator whether they are an operator
 * @param api whether they speak with the API server
 * @param load what they ask of the nodes, where the values say it
 */
public record ComponentPods(
        PodGroup group, String title, String label, MadeBy madeBy, boolean operator, boolean api, Optional<Load> load) {
    /** Who makes pods. */
    public enum MadeBy {
        /** The component's own chart. */
        CHART,
        /** An operator, from a custom resource of the chart. */
        OPERATOR,
        /** Somebody else: the platform speaks with them and does not guard them. */
        CLUSTER
    }
}
