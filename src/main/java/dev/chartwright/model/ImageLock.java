package dev.chartwright.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.chart.Digest;

/**
 * What tags of images stand for, so that every build names the same content.
 *
 * @param digests digests by {@code repository:tag}, sorted
 */
public record ImageLock(SortedMap<String, Digest> digests) {
    /** Its name in the folder of values. */
    public static final String FILE = "images.lock";

    public ImageLock {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** A lock without images. */
    public static ImageLock empty() {
        return new ImageLock(Collections.emptySortedMap());
    }

    /** What the tag of an image stands for. */
    public Optional<Digest> find(Image image) {
        return Optional.ofNullable(digests.get(image.tagged()));
    }
}
