package dev.chartwright.validate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Folders in the temporary folder that go with their user, and with the process, however it is asked to end. */
final class TemporaryFolders {
    /** With whose it is, for those who find one that a killed process left. */
    private static final String PREFIX =
            "chartwright-check-" + ProcessHandle.current().pid() + "-";

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();
    /** Work takes one, the end all, and gives none back: what it removes is not written again. */
    private static final int PERMITS = 1 << 10;

    private static final Semaphore WORK = new Semaphore(PERMITS);

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(TemporaryFolders::end));
        } catch (IllegalStateException endsAlready) {
            WORK.drainPermits();
        }
    }

    private TemporaryFolders() {}

    /** What is done in a folder; a process that is ending begins no more of it. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    static Path make() throws IOException {
        return working(() -> {
            Path folder = Files.createTempDirectory(PREFIX);
            OPEN.add(folder);
            return folder;
        });
    }

    static <T> T working(Work<T> work) throws IOException {
        WORK.acquireUninterruptibly();
        try {
            return work.run();
        } finally {
            WORK.release();
        }
    }

    static void remove(Path folder) throws IOException {
        working(() -> delete(folder));
    }

    private static boolean delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
        Files.delete(folder);
        return OPEN.remove(folder);
    }

    private static void end() {
        WORK.acquireUninterruptibly(PERMITS);
        for (Path folder : OPEN) {
            try {
                delete(folder);
            } catch (IOException gone) {
                OPEN.remove(folder);
            }
        }
    }
}
