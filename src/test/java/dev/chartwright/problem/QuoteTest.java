package dev.chartwright.problem;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class QuoteTest {
    @Test
    void cutsLongTextAtSixtyCharacters() {
        assertThat(Quote.of("x".repeat(60))).isEqualTo("`" + "x".repeat(60) + "`");
        assertThat(Quote.of("😀".repeat(61))).isEqualTo("`" + "😀".repeat(59) + "…`");
    }

    @Test
    void keepsTextOnOneLine() {
        assertThat(Quote.of("a\nb\u202ec")).isEqualTo("`a\\nb\\u202ec`");
    }
}
