package dev.chartwright.helm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What this process has made for itself alone, and takes away when it is ended. */
final class Leftovers {
    private final Deque<Path> made = new ArrayDeque<>();

    /** A folder that nobody else can look into. */
    synchronized Path folder(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "chartwright-helm-");
        made.push(folder);
        return folder;
    }

    /** A file that was not there, for this user alone; a link at its place is taken away, not followed. */
    synchronized OutputStream file(Path path) throws IOException {
        Files.deleteIfExists(path);
        Files.createFile(path, Ownership.ofOwner("rw-------"));
        made.push(path);
        return Files.newOutputStream(path, StandardOpenOption.WRITE);
    }

    /** It has a name of its own now, at once and over what stood there. */
    synchronized void keep(Path path, Path name) throws IOException {
        Files.move(path, name, StandardCopyOption.ATOMIC_MOVE);
        made.remove(path);
    }

    /** The newest first; what the system holds on to while it is loaded stays. */
    synchronized void removeAll() {
        for (Path path : List.copyOf(made)) {
            remove(path);
        }
    }

    private void remove(Path path) {
        try {
            Files.deleteIfExists(path);
            made.remove(path);
        } catch (IOException held) {
            // Windows lets nobody remove what is loaded.
            return;
        }
    }
}
