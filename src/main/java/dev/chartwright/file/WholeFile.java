package dev.chartwright.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * A file that whoever looks sees as it was, or whole: it is written beside its place, put on the disk, and renamed.
 *
 * @param path where it is
 */
public record WholeFile(Path path) {
    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    /** How what is written takes its place. */
    @FunctionalInterface
    private interface Placing {
        void from(Path half) throws IOException;
    }

    /**
     * Makes the file hold this content.
     *
     * @return whether anything differed
     */
    public boolean write(byte[] content) throws IOException {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(path), content)) {
            return false;
        }
        place(content, new FileAttribute<?>[0], half -> Files.move(half, path, StandardCopyOption.ATOMIC_MOVE));
        return true;
    }

    /**
     * Makes a file that only its owner may read.
     *
     * @throws FileAlreadyExistsException when there is one, or a link
     */
    public void createPrivate(byte[] content) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        place(content, onlyForOwner("rw-------"), this::keep);
    }

    /** A hard link takes no place that is taken meanwhile, as a rename does; where there are none, the rename it is. */
    private void keep(Path half) throws IOException {
        try {
            Files.createLink(path, half);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (UnsupportedOperationException | IOException noLinks) {
            Files.move(half, path);
        }
    }

    /** Set as it is made, so that it is never readable; not every system has them. */
    public FileAttribute<?>[] onlyForOwner(String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private void place(byte[] content, FileAttribute<?>[] attributes, Placing placing) throws IOException {
        Path half = path.resolveSibling(".chartwright." + path.getFileName());
        // The name is ours alone. What a killed run left, or a link, is not written through.
        Files.deleteIfExists(half);
        try {
            try (FileChannel channel = FileChannel.open(half, NEW, attributes)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            placing.from(half);
            sync(path.toAbsolutePath().getParent());
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Puts the name on the disk, where the system can do that. */
    private static void sync(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
