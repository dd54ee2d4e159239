package dev.chartwright.model;

import java.util.List;

/**
 * In what two environments may differ; in all else they are the same.
 *
 * @param left one environment
 * @param right the other one
 * @param allowed reasons by place: a component and a path in it, {@code *} for one part of it
 */
public record ExpectedDifferences(String left, String right, List<Entry> allowed) {}
