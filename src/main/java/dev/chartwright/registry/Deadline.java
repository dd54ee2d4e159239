package dev.chartwright.registry;

import java.time.Duration;
import java.time.Instant;

/**
 * When a call must have ended.
 *
 * @param end the moment
 * @param limits how long its parts may take
 * @param clockwork who tells the time
 */
record Deadline(Instant end, Limits limits, Clockwork clockwork) {
    static Deadline of(Limits limits, Clockwork clockwork) {
        return new Deadline(clockwork.now().plus(limits.total()), limits, clockwork);
    }

    Duration left() {
        Duration left = Duration.between(clockwork.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** What one request may take now. */
    Duration request() {
        return left().compareTo(limits.request()) < 0 ? left() : limits.request();
    }

    boolean allows(Duration pause) {
        return pause.compareTo(left()) < 0;
    }
}
