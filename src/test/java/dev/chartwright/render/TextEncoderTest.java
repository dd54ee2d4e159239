package dev.chartwright.render;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TextEncoderTest {
    @Test
    void leavesOrdinaryTextAlone() {
        String text = "Grüße, it's #1: <a> & [b] 😀 *&!|>%@`";
        assertThat(TextEncoder.encode(text)).isEqualTo(text);
    }

    @Test
    void escapesWhatEndsAStringOrALine() {
        assertThat(TextEncoder.encode("a\"b\\c\nd\te\rf")).isEqualTo("a\\\"b\\\\c\\nd\\te\\u000df");
    }

    @Test
    void escapesBracesSoThatNoTextOpensAnAction() {
        assertThat(TextEncoder.encode("{{ x }}")).isEqualTo("\\u007b\\u007b x \\u007d\\u007d");
    }

    @ParameterizedTest
    @ValueSource(chars = {0, 1, 0x1F, 0x7F, 0x80, 0x85, 0xA0, 0x2028, 0x2029, 0xFDD0, 0xFDEF, 0xFEFF, 0xFFFE, 0xFFFF})
    void escapesWhatOneOfTheThreeReadersRefuses(char c) {
        assertThat(TextEncoder.encode(String.valueOf(c))).isEqualTo("\\u%04x", (int) c);
    }

    @Test
    void leavesNonCharactersBeyondTheBasicPlane() {
        assertThat(TextEncoder.encode("\uD83F\uDFFE")).isEqualTo("\uD83F\uDFFE");
    }

    @Test
    void findsHalfAPair() {
        assertThat(TextEncoder.hasLoneSurrogate("a\uD83Fb")).isTrue();
        assertThat(TextEncoder.hasLoneSurrogate("\uDFFE")).isTrue();
        assertThat(TextEncoder.hasLoneSurrogate("😀")).isFalse();
    }
}
