package dev.chartwright.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one build at a time into an output folder: across processes by a lock file, inside this one by a lock. */
final class OutputLock {
    private static final ReentrantLock PROCESS = new ReentrantLock();

    private OutputLock() {}

    /** Waits until no other build writes, then works. The system frees the file of a killed build. */
    static <T> T holding(Path out, Work<T> work) throws IOException {
        PROCESS.lock();
        try {
            Files.createDirectories(out);
            Path path = out.resolve(".lock");
            try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                file.lock();
                return work.run();
            }
        } finally {
            PROCESS.unlock();
        }
    }

    /** What is done alone. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
