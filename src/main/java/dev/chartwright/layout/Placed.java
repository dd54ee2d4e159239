package dev.chartwright.layout;

import java.util.List;
import java.util.Map;

/**
 * Where everything is; pixels from the upper left corner.
 *
 * @param width of the whole
 * @param height of the whole
 * @param boxes places of boxes by id
 * @param groups places of groups by id
 * @param lines corners of lines by id
 */
public record Placed(
        double width,
        double height,
        Map<String, Rectangle> boxes,
        Map<String, Rectangle> groups,
        Map<String, List<Point>> lines) {
    /** A place on the plane. */
    public record Point(double x, double y) {}

    /** An area on the plane. */
    public record Rectangle(double x, double y, double width, double height) {
        /** Whether two areas share a point. */
        public boolean overlaps(Rectangle other) {
            return x < other.x + other.width
                    && other.x < x + width
                    && y < other.y + other.height
                    && other.y < y + height;
        }
    }
}
