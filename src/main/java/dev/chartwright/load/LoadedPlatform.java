package dev.chartwright.load;

import dev.chartwright.model.Platform;
import dev.chartwright.problem.Origins;

/**
 * An environment that follows the schema and that every record accepts.
 *
 * @param platform the typed description
 * @param origins where each of its values was written
 */
public record LoadedPlatform(Platform platform, Origins origins) {}
