package dev.chartwright.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import org.yaml.snakeyaml.reader.StreamReader;

/** Finds characters that YAML does not allow, each with its place; the parser would stop at the first without one. */
final class Characters {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();
    private int line = 1;
    private int column;

    private Characters(String file) {
        this.file = file;
    }

    static List<Problem> check(String text, String file) {
        Characters characters = new Characters(file);
        text.codePoints().forEach(characters::next);
        return characters.problems;
    }

    private void next(int codePoint) {
        if (codePoint == '\n') {
            line++;
            column = 0;
            return;
        }
        column++;
        if (!StreamReader.isPrintable(codePoint)) {
            problems.add(new Problem(
                    new Location(file, line, column, 1),
                    "control-character",
                    String.format(Locale.ROOT, "the character U+%04X stands here", codePoint),
                    "YAML allows no control characters but tab and line ends",
                    String.format(Locale.ROOT, "remove it, or write it as \"\\u%04x\" in double quotes", codePoint)));
        }
    }
}
