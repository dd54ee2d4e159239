package dev.chartwright.model;

import java.util.Optional;

/** A maintainer as Chart.yaml names one. */
public record Maintainer(String name, Optional<String> email, Optional<String> url) {}
