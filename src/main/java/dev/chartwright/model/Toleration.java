package dev.chartwright.model;

import java.util.Optional;

/** A tolerated taint. */
public record Toleration(Optional<String> key, String operator, Optional<String> value, Optional<String> effect) {}
