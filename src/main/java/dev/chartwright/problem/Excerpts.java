package dev.chartwright.problem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Source lines below problems; each file is read once, and a long line that much is wrong with is looked at once. */
final class Excerpts {
    private final Function<String, List<String>> linesOf;
    private final Map<String, List<String>> files = new HashMap<>();
    private Location last = Location.ofFile("");
    private int[] text = {};

    Excerpts(Function<String, List<String>> linesOf) {
        this.linesOf = linesOf;
    }

    /** The line, and the token underlined; nothing where neither is known. */
    String of(Location location) {
        if (location.line() == 0) {
            return "";
        }
        List<String> lines = files.computeIfAbsent(location.file(), linesOf);
        return location.line() > lines.size() ? "" : shown(location, lines.get(location.line() - 1));
    }

    private String shown(Location location, String line) {
        String number = " " + location.line() + " |";
        SourceLine source = SourceLine.of(visible(location, line), location);
        String shown = ("\n" + number + " " + source.line()).stripTrailing() + "\n";
        return location.column() == 0
                ? shown
                : shown + " ".repeat(number.length() - 1) + "| " + source.underline() + "\n";
    }

    private int[] visible(Location location, String line) {
        Location whole = new Location(location.file(), location.line(), 0, 0);
        if (!whole.equals(last)) {
            last = whole;
            text = SourceLine.visible(line);
        }
        return text;
    }
}
