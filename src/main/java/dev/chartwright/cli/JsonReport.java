package dev.chartwright.cli;

import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All problems as a JSON list, for programs count and choose; what is not known about a place is left out. */
final class JsonReport {
    private JsonReport() {}

    static String of(List<Problem> problems) {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        for (Problem problem : problems) {
            ObjectNode entry = list.addObject().put("code", problem.code());
            place(entry, problem.location());
            entry.put("what", problem.what()).put("why", problem.why()).put("fix", problem.fix());
            problem.rendering().ifPresent(rendering -> rendering(entry.putObject("rendered"), rendering));
        }
        return list.toPrettyString() + "\n";
    }

    private static void place(ObjectNode entry, Location location) {
        entry.put("file", location.file());
        if (location.line() > 0) {
            entry.put("line", location.line());
        }
        if (location.column() > 0) {
            entry.put("column", location.column()).put("length", location.length());
        }
    }

    private static void rendering(ObjectNode entry, Rendering rendering) {
        entry.put("file", rendering.file()).put("line", rendering.line()).put("key", rendering.key());
        place(entry.putObject("written"), rendering.written());
    }
}
