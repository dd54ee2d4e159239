package dev.chartwright.images;

import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.ImageLock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LockUpdateTest {
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);

    @Test
    void saysWhatBecameOfEachImage() {
        LockUpdate update = new LockUpdate(
                lock(Map.of("moved:1", ONE, "old:1", ONE, "same:1", ONE)),
                lock(Map.of("moved:1", TWO, "new:1", TWO, "same:1", ONE)));

        assertThat(update.isChange()).isTrue();
        assertThat(update.changes())
                .extracting(LockChange::words)
                .containsExactly(
                        "moved:1 moved from " + ONE + " to " + TWO,
                        "new:1 is new: " + TWO,
                        "old:1 is no longer used",
                        "same:1 is unchanged");
    }

    @Test
    void isNoChangeWhenEveryTagStands() {
        assertThat(new LockUpdate(lock(Map.of("same:1", ONE)), lock(Map.of("same:1", ONE))).isChange())
                .isFalse();
    }

    private static ImageLock lock(Map<String, String> digests) {
        TreeMap<String, Digest> lock = new TreeMap<>();
        digests.forEach((image, digest) -> lock.put(image, new Digest(digest)));
        return new ImageLock(lock);
    }
}
