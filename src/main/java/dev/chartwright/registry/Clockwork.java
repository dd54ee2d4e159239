package dev.chartwright.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

import dev.chartwright.problem.BugException;

/** Time and chance. */
interface Clockwork {
    /** Those of this machine. */
    Clockwork REAL = new Clockwork() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) {
            try {
                Thread.sleep(time.toMillis());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new BugException("interrupted, though nothing interrupts", stopped);
            }
        }

        @Override
        public double random() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    Instant now();

    void sleep(Duration time);

    /** From 0 to 1. */
    double random();
}
