package dev.chartwright.model;

import java.util.Optional;

/**
 * A value that is a whole number, a truth value or text, as YAML wrote it.
 *
 * <p>Exactly one of the three is present.
 */
public record Scalar(Optional<Long> number, Optional<Boolean> flag, Optional<String> text) {}
