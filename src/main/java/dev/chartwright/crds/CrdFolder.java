package dev.chartwright.crds;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.problem.OutsideException;

/**
 * The folder of fetched files.
 *
 * @param path where it is
 */
record CrdFolder(Path path) {
    private static final String NAME = "crds";

    static CrdFolder in(Path schemaFolder) {
        return new CrdFolder(schemaFolder.resolve(NAME));
    }

    /** Names of the YAML files that are there, sorted; hidden ones are half written. */
    List<String> fileNames() {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml") && !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + CrdLock.label(path), unreadable);
        }
    }

    String label(String fileName) {
        return CrdLock.label(path.resolve(fileName));
    }

    Optional<byte[]> content(LockedCrd crd) {
        Path file = path.resolve(crd.fileName());
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            throw new OutsideException("cannot read " + label(crd.fileName()), unreadable);
        }
    }

    /** Whoever looks sees the file as it was or whole. */
    void write(LockedCrd crd, byte[] content) {
        Path half = path.resolve(".chartwright." + crd.fileName());
        try {
            Files.createDirectories(path);
            Files.deleteIfExists(half);
            try (FileChannel channel =
                    FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(content);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(half, path.resolve(crd.fileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new OutsideException("cannot write " + label(crd.fileName()), withoutHalf(half, unwritable));
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
}
