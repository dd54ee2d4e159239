package dev.chartwright.problem;

import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * A line to show, with the part of it that is meant; a very long one is cut around that part.
 *
 * @param text code points without control characters, tabs aside
 * @param start index of the part
 * @param end index behind it
 */
record SourceLine(int[] text, int start, int end) {
    private static final int LONGEST = 160;
    private static final int BEFORE = 60;
    private static final Pattern LOGIN = Pattern.compile("(?<=://)[^\\s/@\"']++(?=@)");
    private static final int CUT = '…';

    /**
     * A line with the token that a place names.
     *
     * @param text the line, as a terminal can show it
     */
    static SourceLine of(int[] text, Location location) {
        int start = Math.min(Math.max(location.column() - 1, 0), text.length);
        int end = Math.max(start, Math.min(start + location.length(), text.length));
        return new SourceLine(text, start, end).shortened();
    }

    /** A line around the one that is meant. */
    static String around(String line) {
        return new SourceLine(visible(line), 0, 0).shortened().line();
    }

    String line() {
        return new String(text, 0, text.length);
    }

    /** Tabs stay, so that the line and its underline move alike. */
    String underline() {
        StringBuilder marks = new StringBuilder();
        for (int i = 0; i < start; i++) {
            marks.append(text[i] == '\t' ? "\t" : " ".repeat(width(text[i])));
        }
        for (int i = start; i < end; i++) {
            marks.append("^".repeat(width(text[i])));
        }
        return end == start ? marks.append('^').toString() : marks.toString();
    }

    private SourceLine shortened() {
        if (text.length <= LONGEST) {
            return this;
        }
        int from = Math.max(0, Math.min(start - BEFORE, text.length - LONGEST));
        int[] shown = Arrays.copyOfRange(text, from, from + LONGEST);
        if (from > 0) {
            shown[0] = CUT;
        }
        if (from + LONGEST < text.length) {
            shown[LONGEST - 1] = CUT;
        }
        return new SourceLine(shown, start - from, Math.min(end - from, LONGEST));
    }

    /** A password in an address is nobody's business in a log; its place is kept. */
    static int[] visible(String line) {
        return LOGIN.matcher(line)
                .replaceAll(login ->
                        "*".repeat(login.group().codePointCount(0, login.group().length())))
                .codePoints()
                .map(codePoint -> codePoint != '\t' && Character.isISOControl(codePoint) ? '\uFFFD' : codePoint)
                .toArray();
    }

    /** Columns of a terminal: Korean, Chinese and Japanese letters and emoji take two. */
    private static int width(int codePoint) {
        boolean wide = Character.isIdeographic(codePoint)
                || codePoint >= 0x1100 && codePoint <= 0x115F
                || codePoint >= 0x3000 && codePoint <= 0x30FF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3
                || codePoint >= 0xFF01 && codePoint <= 0xFF60
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF;
        return wide ? 2 : 1;
    }
}
