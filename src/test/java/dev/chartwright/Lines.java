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

    String token(Location place) {
        String line = line(place.line());
        int from = line.offsetByCodePoints(0, place.column() - 1);
        return line.substring(from, line.offsetByCodePoints(from, place.length()));
    }

    List<String> replaced(Location place, String text) {
        String line = line(place.line());
        int from = line.offsetByCodePoints(0, place.column() - 1);
        int to = line.offsetByCodePoints(from, place.length());
        return withLine(place.line(), line.substring(0, from) + text + line.substring(to));
    }

    /** Without a key and its value: whole lines, or its part of a flow collection; a collection inside one stays. */
    List<String> without(Location key, Location value, int last) {
        if (startsLine(key)) {
            List<String> fewer = new ArrayList<>(lines);
            fewer.subList(key.line() - 1, last).clear();
            return fewer;
        }
        if (value.line() != key.line() || value.length() < 2) {
            return lines;
        }
        String line = line(key.line());
        int from = line.offsetByCodePoints(0, key.column() - 1);
        int to = line.offsetByCodePoints(0, value.column() - 1 + value.length());
        String rest = line.substring(to);
        String before = line.substring(0, from);
        String cut = rest.startsWith(",")
                ? before + rest.substring(1).stripLeading()
                : before.replaceFirst(",\\s*$", " ") + rest;
        return withLine(key.line(), cut);
    }

    /** With the lines of a key and its value twice; what shares a line stays as it is. */
    List<String> twice(Location key, int last) {
        if (!startsLine(key)) {
            return lines;
        }
        List<String> more = new ArrayList<>(lines);
        more.addAll(last, lines.subList(key.line() - 1, last));
        return more;
    }

    private boolean startsLine(Location key) {
        return line(key.line()).substring(0, key.column() - 1).isBlank();
    }

    private List<String> withLine(int number, String text) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(number - 1, text);
        return changed;
    }
}
