package dev.chartwright;

import java.time.Duration;

import dev.chartwright.archive.PackedEnvironment;

/**
 * An environment that passed every check.
 *
 * @param name the environment
 * @param packed what its folder will hold
 * @param time how long that took
 */
public record BuiltEnvironment(String name, PackedEnvironment packed, Duration time) {}
