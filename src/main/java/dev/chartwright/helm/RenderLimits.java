package dev.chartwright.helm;

import java.time.Duration;

/**
 * What one render may take; that of a platform of hundreds of applications needs a tenth of it.
 *
 * @param time that is computed, whatever else the machine does meanwhile
 * @param part the same for a single template
 * @param memory bytes beyond what Helm holds when it has started; kept to where the system can, on Linux
 * @param text characters of what is rendered
 */
record RenderLimits(Duration time, Duration part, long memory, int text) {
    /** The limits of every build. */
    static final RenderLimits USUAL =
            new RenderLimits(Duration.ofSeconds(30), Duration.ofSeconds(5), 2L << 30, 64 << 20);

    static String timeWords(Duration time) {
        return time.toSeconds() + " s of computing";
    }

    String memoryWords() {
        return (memory >> 20) + " MiB of memory";
    }

    String textWords() {
        return (text >> 20) + " MiB of text";
    }
}
