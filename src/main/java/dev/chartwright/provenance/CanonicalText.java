package dev.chartwright.provenance;

import java.nio.charset.StandardCharsets;

/** Text as a clear text signature covers it (RFC 9580, 7.2): CRLF between lines, no blanks at their ends. */
final class CanonicalText {
    private CanonicalText() {}

    /** The bytes that are signed; the last line end is not among them. */
    static byte[] of(String text) {
        String lines = text.replaceFirst("\r?\n$", "").replaceAll("[ \t\r]*\n", "\r\n");
        return lines.replaceFirst("[ \t]+$", "").getBytes(StandardCharsets.UTF_8);
    }
}
