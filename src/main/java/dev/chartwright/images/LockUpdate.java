package dev.chartwright.images;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.chartwright.model.ImageLock;

/**
 * A lock before and after its tags were asked for.
 *
 * @param before what was locked
 * @param after what is to be locked
 */
public record LockUpdate(ImageLock before, ImageLock after) {
    public boolean isChange() {
        return !before.equals(after);
    }

    /** What became of each image of either lock, sorted. */
    public List<LockChange> changes() {
        SortedSet<String> images = new TreeSet<>(before.digests().keySet());
        images.addAll(after.digests().keySet());
        return images.stream()
                .map(image -> new LockChange(
                        image,
                        Optional.ofNullable(before.digests().get(image)),
                        Optional.ofNullable(after.digests().get(image))))
                .toList();
    }
}
