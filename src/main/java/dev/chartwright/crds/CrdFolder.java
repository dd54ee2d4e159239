package dev.chartwright.crds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.file.WholeFile;
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
        try {
            Files.createDirectories(path);
            new WholeFile(path.resolve(crd.fileName())).write(content);
        } catch (IOException unwritable) {
            throw new OutsideException("cannot write " + label(crd.fileName()), unwritable);
        }
    }
}
