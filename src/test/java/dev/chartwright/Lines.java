package dev.chartwright;

import java.util.ArrayList;
import java.util.List;

import dev.chartwright.problem.Location;

/**
 * A text that can be broken at a place; lines and columns from 1.
 *
 * @param lines the text
 */
record Lines(List<String> lines) {
    static Lines of(String text) {
        return new Lines(text.lines().toList());
    }

    String line(int number) {
        return lines.get(number - 1);
    }

    /** Offset of a column in its line, for columns count code points. */
    int offset(Location place) {
        return line(place.line()).offsetByCodePoints(0, place.column() - 1);
    }

    String token(Location place) {
        int from = offset(place);
        return line(place.line()).substring(from, line(place.line()).offsetByCodePoints(from, place.length()));
    }

    /** Whether a collection in brackets stands there. */
    boolean isFlow(Location place) {
        char first = line(place.line()).charAt(offset(place));
        return first == '{' || first == '[';
    }

    boolean startsLine(Location place) {
        return line(place.line()).substring(0, offset(place)).isBlank();
    }

    /** Spaces before what begins a line. */
    String indent(Location place) {
        return " ".repeat(place.column() - 1);
    }

    Lines with(int number, String text) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(number - 1, text);
        return new Lines(changed);
    }

    /** More lines after one. */
    Lines after(int number, List<String> more) {
        List<String> longer = new ArrayList<>(lines);
        longer.addAll(number, more);
        return new Lines(longer);
    }

    /** Without lines, both ends included. */
    Lines without(int first, int last) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.subList(first - 1, last).clear();
        return new Lines(fewer);
    }
}
