package dev.chartwright.model;

import java.util.List;

/** A ServiceMonitor: object name, labels Prometheus selects it by, and scrape interval. */
public record Monitor(String name, List<Entry> labels, String interval) {}
