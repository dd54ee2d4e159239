package dev.chartwright.model;

import java.util.Optional;

/**
 * A key of a supplied Secret, and what {@code secrets init} writes for it.
 *
 * @param name key in the Secret
 * @param value a fixed start value that is no secret, a user name for example
 * @param compose text with {@code {component/secret/key}} in it, filled from other supplied keys
 */
public record SuppliedKey(String name, Optional<String> value, Optional<String> compose) {}
