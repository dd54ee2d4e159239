package dev.chartwright.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets one build at a time into an output folder: across processes by a lock file, inside this one by a lock. */
final class OutputLock {
    /** A process that was asked to end lets the folder at work get complete, then no other begin. */
    private static final Duration LAST_WORK = Duration.ofMillis(1500);

    private static final Semaphore PROCESS = new Semaphore(1);

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(OutputLock::end));
        } catch (IllegalStateException endsAlready) {
            PROCESS.drainPermits();
        }
    }

    private OutputLock() {}

    /** Waits until no other build writes, then works. The system frees the file of a killed build. */
    static <T> T holding(WorkFolder folder, Work<T> work) throws IOException {
        PROCESS.acquireUninterruptibly();
        try {
            try (FileChannel file = folder.openLock()) {
                file.lock();
                return work.run();
            }
        } finally {
            PROCESS.release();
        }
    }

    private static void end() {
        try {
            PROCESS.tryAcquire(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is done alone. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }
}
