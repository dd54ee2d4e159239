package dev.chartwright.registry;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which answers are worth another try, and when. */
final class Backoff {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504, 522, 524);
    private static final int FORBIDDEN = 403;
    private static final Pattern RATE =
            Pattern.compile("rate.?limit|too many requests|abuse", Pattern.CASE_INSENSITIVE);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final double JITTER = 0.2;
    private final Limits limits;
    private final Clockwork clockwork;

    Backoff(Limits limits, Clockwork clockwork) {
        this.limits = limits;
        this.clockwork = clockwork;
    }

    /** Overload and outage pass; GHCR tells its rate limit as a 403. */
    static boolean isPassing(Answer answer) {
        return PASSING.contains(answer.status())
                || answer.status() == FORBIDDEN
                        && RATE.matcher(RegistryWords.of(answer)).find();
    }

    /** What is waited before the attempt after this one; at least what the registry asks for. */
    Duration pause(int attempt, Optional<Answer> answer) {
        long doubled = limits.firstPause().toMillis() << Math.min(attempt - 1, 20);
        long capped = Math.min(doubled, limits.longestPause().toMillis());
        double spread = 1 - JITTER + 2 * JITTER * clockwork.random();
        Duration own = Duration.ofMillis((long) (capped * spread));
        Duration asked = asked(answer).orElse(Duration.ZERO);
        return asked.compareTo(own) > 0 ? asked : own;
    }

    /** What the registry asks to wait. */
    Optional<Duration> asked(Optional<Answer> answer) {
        return answer.flatMap(told -> told.header("Retry-After")).flatMap(this::retryAfter);
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private Optional<Duration> retryAfter(String text) {
        if (SECONDS.matcher(text.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
        }
        try {
            Instant then = ZonedDateTime.parse(
                            text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant();
            return Optional.of(Duration.between(clockwork.now(), then));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }
}
