package dev.chartwright.model;

import java.util.List;

/** A Secret that must be in the cluster before the release. */
public record Existing(List<String> keys) {}
