package dev.chartwright.yaml;

import dev.chartwright.problem.Location;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;

/**
 * Places of parser events in one file.
 *
 * @param file its label
 */
record Places(String file) {
    Location document() {
        return Location.ofFile(file);
    }

    Location of(NodeEvent event) {
        return of(event.getStartMark(), length(event));
    }

    Location of(DocumentStartEvent event) {
        return of(event.getStartMark(), "---".length());
    }

    Location of(MarkedYAMLException fault) {
        Mark mark = fault.getProblemMark() != null ? fault.getProblemMark() : fault.getContextMark();
        return mark == null ? document() : of(mark, 1);
    }

    boolean isSameStart(Location one, @Nullable Location other) {
        return other != null && one.line() == other.line() && one.column() == other.column();
    }

    private Location of(Mark mark, int length) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1, length);
    }

    private static int length(Event event) {
        Mark start = event.getStartMark();
        Mark end = event.getEndMark();
        return start.getLine() == end.getLine() ? Math.max(1, end.getColumn() - start.getColumn()) : 1;
    }
}
