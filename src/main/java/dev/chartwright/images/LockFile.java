package dev.chartwright.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.ImageLock;
import dev.chartwright.problem.OutsideException;

/** The file of a lock: sorted YAML, so that a reviewer sees which images a commit moves. */
public final class LockFile {
    private static final String HEADER = """
            # What the tags of this platform's images stand for. `images lock` writes this file; commit it.
            # With it, `build` gives each image its digest, and an image that is missing here is a problem.

            """;

    private final Path path;

    /** The lock in a folder of values. */
    public LockFile(Path values) {
        path = values.resolve(ImageLock.FILE);
    }

    /**
     * Makes the file say what the lock says; whoever looks sees it as it was or whole.
     *
     * @return whether anything differed
     */
    public boolean write(ImageLock lock) {
        byte[] text = text(lock).getBytes(StandardCharsets.UTF_8);
        Path half = path.resolveSibling(".chartwright." + ImageLock.FILE);
        try {
            if (Files.exists(path) && Arrays.equals(Files.readAllBytes(path), text)) {
                return false;
            }
            write(half, text);
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException unwritable) {
            throw new OutsideException("cannot write " + this, withoutHalf(half, unwritable));
        }
    }

    /** A full disk leaves nothing behind. */
    private static IOException withoutHalf(Path half, IOException unwritable) {
        try {
            Files.deleteIfExists(half);
        } catch (IOException more) {
            unwritable.addSuppressed(more);
        }
        return unwritable;
    }

    static String text(ImageLock lock) {
        StringBuilder text = new StringBuilder(HEADER);
        text.append(lock.digests().isEmpty() ? "images: {}\n" : "images:\n");
        for (Map.Entry<String, Digest> image : lock.digests().entrySet()) {
            text.append("  \"" + image.getKey() + "\": " + image.getValue().value() + "\n");
        }
        return text.toString();
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.deleteIfExists(file);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** As messages name it. */
    @Override
    public String toString() {
        return path.toString().replace('\\', '/');
    }
}
