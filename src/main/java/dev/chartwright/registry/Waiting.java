package dev.chartwright.registry;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Who is told what is waited for.
 *
 * @param silence how long nothing is heard before that
 * @param told takes one line
 */
public record Waiting(Duration silence, Consumer<String> told) {
    /** For people, who think of a hang after some seconds. */
    public static Waiting telling(Consumer<String> told) {
        return new Waiting(Duration.ofSeconds(5), told);
    }

    /** Tells nobody. */
    static Waiting untold() {
        return new Waiting(Duration.ofDays(1), line -> {});
    }
}
