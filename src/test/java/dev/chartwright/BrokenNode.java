package dev.chartwright;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;

/**
 * A node of a file of values, to be broken.
 *
 * @param lines the file
 * @param origins where its nodes stand
 * @param pointer which of them
 */
record BrokenNode(Lines lines, Origins origins, String pointer) {
    /** Where its key stands; an item of a list has none, so where it stands itself. */
    Location key() {
        return origins.key(pointer);
    }

    Location value() {
        return origins.value(pointer);
    }

    BrokenNode child(String name) {
        return new BrokenNode(lines, origins, pointer + Origins.pointer(name));
    }

    boolean isThere() {
        return origins.values().containsKey(pointer);
    }

    /** Without one, its map would be a key without a value when it goes. */
    boolean hasSibling() {
        String parent = pointer.substring(0, pointer.lastIndexOf('/') + 1);
        return origins.values().keySet().stream()
                .anyMatch(other ->
                        other.startsWith(parent) && !other.equals(pointer) && other.indexOf('/', parent.length()) < 0);
    }

    /** Whether it stands behind the dash of a list. */
    boolean beginsItem() {
        return lines.line(key().line())
                .substring(0, lines.offset(key()))
                .strip()
                .equals("-");
    }

    boolean isItem() {
        return !origins.keys().containsKey(pointer);
    }

    /** Text of a scalar on one line; empty for others. */
    String scalar() {
        boolean inner = origins.values().keySet().stream().anyMatch(other -> other.startsWith(pointer + "/"));
        return inner || value().length() < 2 && lines.isFlow(value()) ? "" : lines.token(value());
    }

    int lastLine() {
        int last = within().mapToInt(Location::line).max().orElseThrow();
        Location value = value();
        boolean block = lines.line(last).matches(".*(?:: |- )[>|]-?\\s*");
        return block ? blockEnd(last, value) : last;
    }

    private int blockEnd(int from, Location value) {
        int depth = indentation(lines.line(from));
        int last = from;
        while (last < lines.lines().size()
                && (lines.line(last + 1).isBlank() || indentation(lines.line(last + 1)) > depth)) {
            last++;
        }
        return last;
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private Stream<Location> within() {
        return origins.values().entrySet().stream()
                .filter(entry ->
                        entry.getKey().equals(pointer) || entry.getKey().startsWith(pointer + "/"))
                .map(java.util.Map.Entry::getValue);
    }

    /** Offset behind its value, in the line of its value. */
    int end() {
        Location value = value();
        String line = lines.line(value.line());
        if (!lines.isFlow(value)) {
            return line.offsetByCodePoints(lines.offset(value), value.length());
        }
        int depth = 0;
        boolean quoted = false;
        for (int at = lines.offset(value); at < line.length(); at++) {
            char sign = line.charAt(at);
            quoted ^= sign == '"' || sign == '\'';
            depth += quoted ? 0 : "{[".indexOf(sign) >= 0 ? 1 : "}]".indexOf(sign) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return line.length();
    }

    /** Its whole lines, where it shares none; empty where it does. */
    List<String> ownLines() {
        return lines.startsLine(key()) ? lines.lines().subList(key().line() - 1, lastLine()) : List.of();
    }

    /** Its text, from its key on, in a line that it shares. */
    String inline() {
        return lines.line(key().line()).substring(lines.offset(key()), end());
    }
}
