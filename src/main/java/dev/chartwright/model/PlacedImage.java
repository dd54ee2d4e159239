package dev.chartwright.model;

import dev.chartwright.problem.Location;

/**
 * An image at one of the places that name it.
 *
 * @param image what is named
 * @param place where its tag is written
 */
public record PlacedImage(Image image, Location place) {}
