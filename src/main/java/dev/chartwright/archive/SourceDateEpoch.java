package dev.chartwright.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;

/** The time that stands in archives: the variable of that name, else a constant. */
public final class SourceDateEpoch {
    private static final String VARIABLE = "SOURCE_DATE_EPOCH";
    private static final Instant DEFAULT = Instant.parse("2020-01-01T00:00:00Z");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

    /** The largest number that fits the 11 octal digits of a tar header. */
    private static final long LATEST = 8_589_934_591L;

    private SourceDateEpoch() {}

    /**
     * Reads it from environment variables; empty counts as not set.
     *
     * @throws ProblemsException when it is set to something else than seconds since 1970
     */
    public static Instant from(Map<String, String> variables) {
        String value = variables.getOrDefault(VARIABLE, "");
        if (value.isEmpty()) {
            return DEFAULT;
        }
        if (!SECONDS.matcher(value).matches() || Long.parseLong(value) > LATEST) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(VARIABLE),
                    "source-date",
                    "the environment variable " + VARIABLE + " is " + Quote.of(value) + ", no number of seconds",
                    "it is the time in every archive: whole seconds since 1970, at most " + LATEST,
                    "set it to the output of `git log -1 --format=%ct`, or unset it")));
        }
        return Instant.ofEpochSecond(Long.parseLong(value));
    }
}
