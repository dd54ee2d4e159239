package dev.chartwright.component;

import java.util.Optional;

import dev.chartwright.model.Scalar;

/**
 * One of several values.
 *
 * @param when condition under which it is the one; always, where none is said
 * @param is the value; text may have tags
 */
public record Case(Optional<String> when, Scalar is) {}
