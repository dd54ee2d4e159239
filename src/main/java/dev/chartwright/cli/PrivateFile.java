package dev.chartwright.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;

/**
 * A file that is made once and that only its owner may read.
 *
 * @param path where it is
 */
record PrivateFile(Path path) {
    /** Secrets that an install already uses must not be lost to new ones. */
    void refuseExisting() {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw exists();
        }
    }

    void write(String text) {
        Path folder = path.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder, permissions("rwx------"));
            try (SeekableByteChannel channel = Files.newByteChannel(
                    path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), permissions("rw-------"))) {
                writeAll(channel, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (FileAlreadyExistsException other) {
            throw exists();
        } catch (IOException unwritable) {
            throw new OutsideException("cannot write " + path, unwritable);
        }
    }

    private static void writeAll(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Set as the file is made, so that it is never readable; not every system has them. */
    private static FileAttribute<?>[] permissions(String text) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private ProblemsException exists() {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(toString()),
                "secrets-exist",
                "the file is there already",
                "an install may be using its values, and new ones would lock it out of its own data",
                "use the file, or move it away first")));
    }

    @Override
    public String toString() {
        return path.toString().replace('\\', '/');
    }
}
