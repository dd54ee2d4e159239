package dev.chartwright.render;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;

/** Decodes a template: strict UTF-8, LF only, no character that YAML, JSON or Go would read differently. */
final class TemplateDecoder {
    private final String label;
    private final List<Problem> problems;

    TemplateDecoder(String label, List<Problem> problems) {
        this.label = label;
        this.problems = problems;
    }

    /** The lines without their ends; empty after a problem. */
    List<String> lines(byte[] bytes) {
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean malformed = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes), text, true)
                .isError();
        String decoded = text.flip().toString();
        if (malformed) {
            refuse(decoded, decoded.length(), "this byte is not UTF-8", "save the file as UTF-8");
            return List.of();
        }
        return accepts(decoded) ? split(decoded) : List.of();
    }

    private boolean accepts(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\r') {
                refuse(text, i, "the line ends with CR", "save the file with LF line ends");
                return false;
            }
            if (isRefused(c)) {
                String name = String.format(Locale.ROOT, "U+%04X", (int) c);
                refuse(text, i, "the character " + name + " stands in a template", "remove it");
                return false;
            }
        }
        return true;
    }

    private static boolean isRefused(char c) {
        boolean control = c < ' ' && c != '\n' && c != '\t';
        return control || c == '\uFEFF' || TextEncoder.isNonCharacter(c);
    }

    private static List<String> split(String text) {
        String whole = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        return text.isEmpty() ? List.of() : List.of(whole.split("\n", -1));
    }

    private void refuse(String text, int at, String what, String fix) {
        int start = text.lastIndexOf('\n', at - 1) + 1;
        int line = 1 + (int) text.chars().limit(start).filter(c -> c == '\n').count();
        int column = text.codePointCount(start, at) + 1;
        String why = "templates are UTF-8 text with LF line ends, without control characters";
        problems.add(new Problem(new Location(label, line, column, 1), "template-encoding", what, why, fix));
    }
}
