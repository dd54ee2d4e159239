package dev.chartwright.load;

import java.util.Map;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;

/**
 * Exact places of references inside values.
 *
 * <p>However a value is quoted or folded, its signs {@code <%} stand in the file in the same order as in the value, so
 * counting them leads from one to the other.
 */
final class ReferencePlaces {
    private final Map<String, String> texts;
    private final Origins origins;

    /**
     * Looks into the text of files.
     *
     * @param texts text by file as locations name it
     * @param origins where each value stands
     */
    ReferencePlaces(Map<String, String> texts, Origins origins) {
        this.texts = texts;
        this.origins = origins;
    }

    /** Place of a name in the value at the pointer, behind its how-many-eth {@code <%}; of the sign, without a name. */
    Location of(String pointer, int sign, String name) {
        Location value = origins.value(pointer);
        String text = texts.getOrDefault(value.file(), "");
        int at = origins.values().containsKey(pointer) ? signAt(text, offset(text, value), sign) : -1;
        if (at < 0) {
            return value;
        }
        int start = name.isEmpty() ? at : text.indexOf(name, at + ReferenceText.OPEN.length());
        int length = name.isEmpty() ? ReferenceText.OPEN.length() : name.codePointCount(0, name.length());
        return start < 0 ? value : location(value.file(), text, start, length);
    }

    private static int signAt(String text, int from, int sign) {
        int at = text.indexOf(ReferenceText.OPEN, from);
        for (int i = 0; i < sign && at >= 0; i++) {
            at = text.indexOf(ReferenceText.OPEN, at + ReferenceText.OPEN.length());
        }
        return at;
    }

    private static int offset(String text, Location place) {
        int at = 0;
        for (int line = 1; line < place.line(); line++) {
            at = text.indexOf('\n', at) + 1;
        }
        return text.offsetByCodePoints(at, place.column() - 1);
    }

    private static Location location(String file, String text, int offset, int length) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return new Location(file, line, text.codePointCount(lineStart, offset) + 1, length);
    }
}
