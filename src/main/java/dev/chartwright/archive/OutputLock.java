package dev.chartwright.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one build at a time into an output folder: across processes by a lock file, inside this one by a lock. */
final class OutputLock {
    private static final ReentrantLock PROCESS = new ReentrantLock();

    private OutputLock() {}

    /** Waits until no other build writes, then works. The system frees the file of a killed build. */
    static <T> T holding(WorkFolder folder, Work<T> work) throws IOException {
        PROCESS.lock();
        try {
            try (FileChannel file = folder.openLock()) {
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
