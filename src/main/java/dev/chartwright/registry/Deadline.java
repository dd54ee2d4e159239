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
    /** A second try, where nothing is heard, costs less than it is worth. */
    private static final int QUICKLY_SENT = 1024 * 1024;

    static Deadline of(Limits limits, Clockwork clockwork) {
        return new Deadline(clockwork.now().plus(limits.total()), limits, clockwork);
    }

    Duration left() {
        Duration left = Duration.between(clockwork.now(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The same or an earlier one: of one answer. */
    Deadline ofOneAnswer() {
        Instant other = clockwork.now().plus(limits.answer());
        return new Deadline(other.isBefore(end) ? other : end, limits, clockwork);
    }

    /** Later by a pause in which nothing is waited for, though no later than another. */
    Deadline after(Duration pause, Deadline last) {
        Instant later = end.plus(pause);
        return new Deadline(later.isBefore(last.end) ? later : last.end, limits, clockwork);
    }

    /** What one request may take now; much that it brings takes as long as it takes to send. */
    Duration request(Call call) {
        Duration most = call.body().length <= QUICKLY_SENT ? limits.attempt() : limits.answer();
        return left().compareTo(most) < 0 ? left() : most;
    }

    boolean allows(Duration pause) {
        return pause.compareTo(left()) < 0;
    }
}
