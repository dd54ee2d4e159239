package dev.chartwright.diff;

/**
 * One difference.
 *
 * @param component the part of the platform
 * @param pointer JSON pointer of the place in the merged values
 * @param path place inside it, with dots; empty for the whole part
 * @param left what one side has; empty for nothing
 * @param right what the other side has; empty for nothing
 */
public record Difference(String component, String pointer, String path, String left, String right) {
    /** Component and path in one, as patterns name it. */
    public String place() {
        return path.isEmpty() ? component : component + "." + path;
    }
}
