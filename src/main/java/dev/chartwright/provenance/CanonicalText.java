package dev.chartwright.provenance;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** Text as a clear text signature covers it (RFC 9580, 7.2): CRLF between lines, no blanks at their ends. */
final class CanonicalText {
    private CanonicalText() {}

    /** The bytes that are signed; the last line end is not among them. */
    static byte[] of(String text) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return withoutBlanks(whole, "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Every line without the blanks at its end, in one pass: a pattern that may begin anywhere looks at each twice. */
    static String withoutBlanks(String text, String lineEnd) {
        return text.lines().map(CanonicalText::stripped).collect(Collectors.joining(lineEnd))
                + (text.endsWith("\n") ? lineEnd : "");
    }

    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && " \t\r".indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return line.substring(0, end);
    }
}
