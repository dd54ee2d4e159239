package dev.chartwright.images;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.chart.Digest;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.ImageLock;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LockFileTest {
    private static final Digest ONE = new Digest("sha256:" + "1".repeat(64));
    private static final ImageLock LOCK = lock(Map.of("quay.io/b:2", ONE, "a:1", ONE, "localhost:5000/c/d:1_x", ONE));

    @TempDir
    private Path folder;

    @Test
    void isSortedReadableYaml() {
        assertThat(LockFile.text(LOCK)).isEqualTo("""
                        # What the tags of this platform's images stand for. `images lock` writes this file; commit it.
                        # With it, `build` gives each image its digest, and an image that is missing here is a problem.

                        images:
                          "a:1": %1$s
                          "localhost:5000/c/d:1_x": %1$s
                          "quay.io/b:2": %1$s
                        """.formatted(ONE.value()));
    }

    @Test
    void isReadAsItIsWritten() {
        assertThat(new LockFile(folder).write(LOCK)).isTrue();
        assertThat(loaded()).isEqualTo(LOCK);

        assertThat(new LockFile(folder).write(ImageLock.empty())).isTrue();
        assertThat(loaded()).isEqualTo(ImageLock.empty());
    }

    @Test
    void isNotTouchedWhenItIsRight() throws IOException {
        new LockFile(folder).write(LOCK);
        Path file = folder.resolve("images.lock");
        Object before = Files.getAttribute(file, "lastModifiedTime");

        assertThat(new LockFile(folder).write(LOCK)).isFalse();
        assertThat(Files.getAttribute(file, "lastModifiedTime")).isEqualTo(before);
    }

    @Test
    void leavesNothingBesideIt() throws IOException {
        Files.writeString(folder.resolve(".chartwright.images.lock"), "left by a killed run");
        new LockFile(folder).write(LOCK);

        assertThat(folder).isDirectoryContaining("glob:**/images.lock").isDirectoryNotContaining("glob:**/.images*");
    }

    @Test
    void saysWhichFileCannotBeWritten() {
        assertThatThrownBy(() -> new LockFile(folder.resolve("missing")).write(LOCK))
                .isInstanceOf(OutsideException.class)
                .hasMessageStartingWith("cannot write ")
                .hasMessageEndingWith("missing/images.lock");
    }

    private ImageLock loaded() {
        return new PlatformLoader(folder, Path.of("schema"), Path.of("templates"))
                .lock()
                .orElseThrow();
    }

    private static ImageLock lock(Map<String, Digest> digests) {
        return new ImageLock(new TreeMap<>(digests));
    }
}
