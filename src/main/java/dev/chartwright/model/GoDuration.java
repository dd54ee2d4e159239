package dev.chartwright.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Durations as Go writes them, {@code 1h30m} for example. */
final class GoDuration {
    private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ns|us|ms|s|m|h)");
    private static final Map<String, Long> NANOSECONDS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private GoDuration() {}

    /** The sum of its parts; the schema has seen that it is one. */
    static Duration parse(String text) {
        return PART.matcher(text).results().map(GoDuration::part).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration part(MatchResult part) {
        BigDecimal amount = new BigDecimal(part.group(1)).multiply(BigDecimal.valueOf(NANOSECONDS.get(part.group(2))));
        BigDecimal[] seconds = amount.divideAndRemainder(BigDecimal.valueOf(NANOSECONDS.get("s")));
        return Duration.ofSeconds(seconds[0].longValue(), seconds[1].longValue());
    }
}
