package dev.chartwright.images;

import java.util.Optional;

import dev.chartwright.chart.Digest;

/**
 * What became of one image.
 *
 * @param image repository and tag
 * @param before what was locked
 * @param after what is locked now; nothing when no environment uses the image any more
 */
public record LockChange(String image, Optional<Digest> before, Optional<Digest> after) {
    /** One line for people. */
    public String words() {
        if (after.isEmpty()) {
            return image + " is no longer used";
        }
        if (before.isEmpty()) {
            return image + " is new: " + after.get().value();
        }
        return before.equals(after)
                ? image + " is unchanged"
                : image + " moved from " + before.get().value() + " to "
                        + after.get().value();
    }
}
