package dev.chartwright.assemble;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import dev.chartwright.chart.TemplateLine;
import dev.chartwright.problem.Location;

/** Comments of a values.yaml, found by the line and column of the key below them. */
final class KnobComments {
    private static final String START = "# -- ";
    private static final String TYPE = "# @type ";
    private final List<String> lines;

    KnobComments(String text) {
        this.lines = text.lines().map(TemplateLine::withoutMarks).toList();
    }

    /** The comment directly above a key; comments at other columns belong to something else. */
    KnobComment above(Location key) {
        List<String> sentences = new ArrayList<>();
        Optional<String> type = Optional.empty();
        for (String line : block(key)) {
            if (line.startsWith(START)) {
                sentences.clear();
                sentences.add(line.substring(START.length()).strip());
            } else if (line.startsWith(TYPE)) {
                type = Optional.of(line.substring(TYPE.length()).strip());
            } else if (!sentences.isEmpty()) {
                sentences.add(line.substring(1).strip());
            }
        }
        return new KnobComment(String.join(" ", sentences).strip(), type);
    }

    private Deque<String> block(Location key) {
        String prefix = " ".repeat((key.column() - 1)) + "#";
        Deque<String> block = new ArrayDeque<>();
        for (int line = key.line() - 2; line >= 0 && lines.get(line).startsWith(prefix); line--) {
            block.addFirst(lines.get(line).strip());
        }
        return block;
    }
}
