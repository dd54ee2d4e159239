package dev.chartwright.registry;

import java.time.Duration;
import java.util.Optional;

/**
 * How often something was tried, and what the registry asks to wait.
 *
 * @param attempts from 1
 * @param asked what it asks to wait, where it does
 */
record Patience(int attempts, Optional<Duration> asked) {
    private static final int LONG = 120;
    private static final int MINUTE = 60;

    /** Added to what happened: how often, and the wish. */
    String words() {
        return (attempts == 1 ? "" : ", " + attempts + " times")
                + wish().map(time -> ", and asks to wait " + time).orElse("");
    }

    /** When to try again. */
    String later() {
        return wish().map(time -> "in " + time).orElse("later");
    }

    private Optional<String> wish() {
        return asked.map(Duration::toSeconds).filter(seconds -> seconds > 0).map(Patience::rounded);
    }

    /** Up, so that nobody comes too early. */
    private static String rounded(long seconds) {
        if (seconds <= LONG) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        return minutes <= LONG ? minutes + " min" : (minutes + MINUTE - 1) / MINUTE + " h";
    }
}
