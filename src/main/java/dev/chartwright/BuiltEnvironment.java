package dev.chartwright;

import java.time.Duration;
import java.util.Optional;

import dev.chartwright.archive.PackedEnvironment;
import dev.chartwright.validate.Upgrade;

/**
 * An environment that passed every check.
 *
 * @param name the environment
 * @param packed what its folder will hold
 * @param releaseSize bytes that Helm keeps of a release of it, estimated
 * @param upgrade how it differs from an earlier package, where there is one
 * @param time how long that took
 */
public record BuiltEnvironment(
        String name, PackedEnvironment packed, int releaseSize, Optional<Upgrade> upgrade, Duration time) {}
