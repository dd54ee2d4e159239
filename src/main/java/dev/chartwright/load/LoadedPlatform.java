package dev.chartwright.load;

import java.util.List;

import dev.chartwright.model.PlacedImage;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Origins;

/**
 * An environment that follows the schema and that every record accepts.
 *
 * @param platform the typed description
 * @param origins where each of its values was written
 * @param images every image, as often as it is named
 */
public record LoadedPlatform(Platform platform, Origins origins, List<PlacedImage> images) {}
