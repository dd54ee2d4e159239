package dev.chartwright.problem;

import java.util.Locale;

/** Text of a user, or of another program, inside a message: in backticks, on one line, of limited length. */
public final class Quote {
    private static final int LONGEST = 60;
    /** A sentence with an address in it. */
    private static final int LONGEST_SENTENCE = 200;

    private Quote() {}

    /** The text in backticks, cut, with control characters written out. */
    public static String of(String text) {
        return "`" + cut(printable(text), LONGEST) + "`";
    }

    /** What another program said: cut later, for its last words may be the ones that help. */
    public static String said(String text) {
        return "`" + cut(printable(text), LONGEST_SENTENCE) + "`";
    }

    /** The text without characters that would change the line or the terminal it is printed on. */
    public static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().forEach(codePoint -> append(line, codePoint));
        return line.toString();
    }

    private static void append(StringBuilder line, int codePoint) {
        switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> line.append(escape(codePoint));
            default -> line.appendCodePoint(codePoint);
        }
    }

    private static String escape(int codePoint) {
        return switch (codePoint) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> String.format(Locale.ROOT, "\\u%04x", codePoint);
        };
    }

    private static String cut(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
