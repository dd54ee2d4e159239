package dev.chartwright.registry;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param request one request with its answer
 * @param total a call with everything that is tried again
 * @param attempts how often a call is tried
 * @param firstPause what is waited before the second attempt; doubles each time
 * @param longestPause what is waited at most, unless the registry asks for more
 */
public record Limits(Duration request, Duration total, int attempts, Duration firstPause, Duration longestPause) {
    /** For people: longer than a registry's hiccup, shorter than their patience. */
    public static Limits standard() {
        return new Limits(
                Duration.ofSeconds(60), Duration.ofSeconds(180), 6, Duration.ofMillis(250), Duration.ofSeconds(30));
    }
}
