package dev.chartwright.archive;

import java.time.Instant;
import java.util.Map;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class SourceDateEpochTest {
    @Test
    void isAConstantWhenNotSet() {
        assertThat(SourceDateEpoch.from(Map.of())).isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(SourceDateEpoch.from(Map.of("SOURCE_DATE_EPOCH", "")))
                .isEqualTo(Instant.parse("2020-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_700_000_000L, 8_589_934_591L})
    void readsSeconds(long seconds) {
        assertThat(SourceDateEpoch.from(Map.of("SOURCE_DATE_EPOCH", Long.toString(seconds))))
                .isEqualTo(Instant.ofEpochSecond(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "now", " 1", "8589934592", "99999999999999999999", "2020-01-01"})
    void refusesWhatIsNoNumberOfSeconds(String value) {
        ProblemsException refused = catchThrowableOfType(
                ProblemsException.class, () -> SourceDateEpoch.from(Map.of("SOURCE_DATE_EPOCH", value)));
        assertThat(refused.problems()).extracting(Problem::code).containsExactly("source-date");
        assertThat(refused.problems().get(0).what()).contains("`" + value + "`");
    }
}
