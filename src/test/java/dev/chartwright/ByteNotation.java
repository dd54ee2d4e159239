package dev.chartwright;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in which {@code {{byte E4}}} and {@code {{repeat 3 x}}} stand for what a text file cannot hold. */
final class ByteNotation {
    private static final Pattern SPECIAL = Pattern.compile("\\{\\{(byte|repeat) ([0-9A-F]+) ?(.?)}}");

    private ByteNotation() {}

    /** What the text stands for, in UTF-8. */
    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher special = SPECIAL.matcher(text);
        int at = 0;
        for (MatchResult found : special.results().toList()) {
            bytes.writeBytes(text.substring(at, found.start()).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(special(found));
            at = found.end();
        }
        bytes.writeBytes(text.substring(at).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] special(MatchResult found) {
        return found.group(1).equals("byte")
                ? new byte[] {(byte) Integer.parseInt(found.group(2), 16)}
                : found.group(3).repeat(Integer.parseInt(found.group(2))).getBytes(StandardCharsets.UTF_8);
    }
}
