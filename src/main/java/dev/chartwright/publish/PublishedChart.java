package dev.chartwright.publish;

/**
 * A chart that stands in a registry.
 *
 * @param chart what was pushed
 * @param outcome what the push did
 */
public record PublishedChart(PackedChart chart, Outcome outcome) {}
