package dev.chartwright.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Text with references in it: {@code <% name %>}; {@code <%%} stands for {@code <%} itself.
 *
 * @param parts literal text and references, in order
 */
record ReferenceText(List<Part> parts) {
    static final String OPEN = "<%";
    private static final String CLOSE = "%>";
    private static final String LITERAL_OPEN = "<%%";

    /**
     * A stretch of the text.
     *
     * @param kind what it is
     * @param text the literal text, or the name
     * @param sign the how-many-eth {@code <%} of the text begins it, from 0
     */
    record Part(Kind kind, String text, int sign) {}

    enum Kind {
        LITERAL,
        REFERENCE,
        UNCLOSED
    }

    static boolean isIn(String text) {
        return text.contains(OPEN);
    }

    static ReferenceText parse(String text) {
        List<Part> parts = new ArrayList<>();
        int sign = 0;
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            parts.add(new Part(Kind.LITERAL, text.substring(at, open), sign));
            Part part = partAt(text, open, sign++);
            parts.add(part);
            at = end(text, open, part.kind());
        }
        parts.add(new Part(Kind.LITERAL, text.substring(at), sign));
        return new ReferenceText(List.copyOf(parts));
    }

    private static Part partAt(String text, int open, int sign) {
        if (text.startsWith(LITERAL_OPEN, open)) {
            return new Part(Kind.LITERAL, OPEN, sign);
        }
        int close = text.indexOf(CLOSE, open + OPEN.length());
        int next = text.indexOf(OPEN, open + OPEN.length());
        if (close < 0 || next >= 0 && next < close) {
            return new Part(Kind.UNCLOSED, OPEN, sign);
        }
        return new Part(
                Kind.REFERENCE, text.substring(open + OPEN.length(), close).strip(), sign);
    }

    private static int end(String text, int open, Kind kind) {
        return switch (kind) {
            case LITERAL -> open + LITERAL_OPEN.length();
            case UNCLOSED -> open + OPEN.length();
            case REFERENCE -> text.indexOf(CLOSE, open + OPEN.length()) + CLOSE.length();
        };
    }
}
