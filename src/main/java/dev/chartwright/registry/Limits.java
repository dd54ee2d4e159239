package dev.chartwright.registry;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param answer one answer, however often it is asked for until something is heard
 * @param total a call with everything that is tried again after an answer
 * @param attempts how often a call is tried
 * @param firstPause what is waited before the second attempt; doubles each time
 * @param longestPause what is waited at most, unless the registry asks for more
 */
public record Limits(Duration answer, Duration total, int attempts, Duration firstPause, Duration longestPause) {
    /** A connection may have died unseen; a second one gets through. */
    private static final int TRIES = 3;

    /** For people: longer than a registry's hiccup, shorter than their patience. */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(60), Duration.ofSeconds(180), 6, Duration.ofMillis(250), Duration.ofSeconds(30));
    }

    /** What one request without a large body is given: a fresh one may be answered where the last was lost. */
    Duration attempt() {
        return answer.dividedBy(TRIES);
    }
}
