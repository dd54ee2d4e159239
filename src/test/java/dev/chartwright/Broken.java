package dev.chartwright;

import java.util.List;

import dev.chartwright.problem.Location;

/**
 * A broken text, and where in it the broken node stands.
 *
 * @param lines the text
 * @param first line that the node begins in; 0 when nothing is left of it
 * @param from column that it begins at
 * @param last line that it ends in
 * @param to column behind its end, in its last line
 * @param child the key in the node that was set; empty for the node itself
 * @param isRenamed whether nothing has its key any more
 */
record Broken(List<String> lines, int first, int from, int last, int to, String child, boolean isRenamed) {
    /** With nothing left of the node. */
    static Broken gone(Lines lines) {
        return new Broken(lines.lines(), 0, 0, 0, 0, "", false);
    }

    /** With the node in whole lines. */
    static Broken lines(Lines lines, int first, int last) {
        return new Broken(lines.lines(), first, 1, last, Integer.MAX_VALUE, "", false);
    }

    /** With the node in a part of one line, by offsets. */
    static Broken inline(Lines lines, int number, int from, int to) {
        String line = lines.line(number);
        return new Broken(
                lines.lines(),
                number,
                line.codePointCount(0, from) + 1,
                number,
                line.codePointCount(0, to) + 1,
                "",
                false);
    }

    Broken ofChild(String key) {
        return new Broken(lines, first, from, last, to, key, isRenamed);
    }

    Broken renamed() {
        return new Broken(lines, first, from, last, to, child, true);
    }

    boolean contains(Location place) {
        boolean after = place.line() > first || place.line() == first && place.column() >= from;
        boolean before = place.line() < last || place.line() == last && place.column() < to;
        return after && before;
    }
}
