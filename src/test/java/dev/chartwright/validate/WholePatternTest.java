package dev.chartwright.validate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WholePatternTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "^a$",
                "^$",
                "^(a|b)$",
                "^a$|^b$",
                "(?i)^a$",
                "^[|$]$",
                "^[]|]$",
                "^[^]|]$",
                "^[[:alpha:]|]$",
                "^a\\|b$",
                "^\\(a\\|b\\)$",
                "^https://\\d+\\.preview\\.codedang\\.com$"
            })
    void acceptsOnesForWholeTexts(String pattern) {
        assertThat(WholePattern.is(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "^a",
                "a$",
                "^a|b$",
                "^a$|b",
                "^a$|",
                "|^a$",
                "^a\\$",
                "^a[$]",
                "^(a$)",
                "(^a)$",
                "https://\\d+\\.preview\\.codedang\\.com",
                "http://localhost:5525"
            })
    void refusesOnesForPiecesAndMendsThem(String pattern) {
        assertThat(WholePattern.is(pattern)).isFalse();
        assertThat(WholePattern.of(pattern)).matches(WholePattern::is);
    }

    /** What let strangers in. */
    @Test
    void mendsWhatLetOtherOriginsIn() {
        String preview = WholePattern.of("https://\\d+\\.preview\\.codedang\\.com");

        assertThat("https://1.preview.codedang.com.evil.org").doesNotContainPattern(preview);
        assertThat("https://1.preview.codedang.com").containsPattern(preview);
        assertThat("http://localhost:55255").doesNotContainPattern(WholePattern.of("http://localhost:5525"));
    }

    @Test
    void readsALongOne() {
        assertThat(WholePattern.is("^" + "(a|[|])".repeat(200_000) + "$")).isTrue();
    }
}
