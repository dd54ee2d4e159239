package dev.chartwright.render;

import java.util.HexFormat;

/**
 * Writes text as the inside of a JSON string in the one notation that YAML, JSON and Go read alike.
 *
 * <p>Braces are escaped, so no text can open or close a Helm action.
 */
final class TextEncoder {
    private static final HexFormat HEX = HexFormat.of();

    private TextEncoder() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            append(encoded, text.charAt(i));
        }
        return encoded.toString();
    }

    /** Half a surrogate pair has no UTF-8 form, so no notation can carry it. */
    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /**
     * Non-characters of the basic plane. Those beyond it stay as they are: YAML and Go allow them raw, and JSON could
     * escape them only as a surrogate pair, which Go and YAML refuse.
     */
    static boolean isNonCharacter(char c) {
        return (c >= '\uFDD0' && c <= '\uFDEF') || c >= '\uFFFE';
    }

    private static void append(StringBuilder encoded, char c) {
        switch (c) {
            case '"' -> encoded.append("\\\"");
            case '\\' -> encoded.append("\\\\");
            case '\n' -> encoded.append("\\n");
            case '\t' -> encoded.append("\\t");
            default -> {
                if (isEscaped(c)) {
                    encoded.append("\\u").append(HEX.toHexDigits(c));
                } else {
                    encoded.append(c);
                }
            }
        }
    }

    private static boolean isEscaped(char c) {
        boolean control = c < ' ' || (c >= '\u007F' && c <= '\u00A0');
        boolean lineEnd = c == '\u2028' || c == '\u2029';
        return control || lineEnd || c == '{' || c == '}' || c == '\uFEFF' || isNonCharacter(c);
    }
}
