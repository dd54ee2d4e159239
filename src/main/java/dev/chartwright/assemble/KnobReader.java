package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/** Reads the knobs of a values.yaml: keys, defaults, and the comments above them. */
final class KnobReader {
    private final ValueTypes types;
    private final List<Problem> problems;

    KnobReader(ValueTypes types, List<Problem> problems) {
        this.types = types;
        this.problems = problems;
    }

    /** Knobs in the order of the text; what is wrong with them goes to the problems. */
    List<Knob> read(String text, String file) {
        try {
            YamlDocument document = new YamlReader().read(text, file);
            if (document.root().isObject()) {
                return knobs(document.root(), "", document.origins(), new KnobComments(text));
            }
            if (!document.root().isNull()) {
                problems.add(noMap(document.origins().value("")));
            }
        } catch (ProblemsException unreadable) {
            problems.addAll(unreadable.problems());
        }
        return List.of();
    }

    private List<Knob> knobs(JsonNode map, String pointer, Origins origins, KnobComments comments) {
        List<Knob> knobs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : map.properties()) {
            String at = pointer + Origins.pointer(entry.getKey());
            Location place = origins.key(at);
            KnobComment comment = comments.above(place);
            JsonNode value = entry.getValue();
            boolean group = comment.type().isEmpty() && value.isObject();
            List<Knob> children = group ? knobs(value, at, origins, comments) : List.of();
            Knob knob = new Knob(entry.getKey(), comment.description(), comment.type(), value, children, place);
            check(knob);
            knobs.add(knob);
        }
        return knobs;
    }

    private void check(Knob knob) {
        if (knob.description().isEmpty()) {
            problems.add(noComment(knob));
        }
        if (knob.type().isPresent() && !types.has(knob.type().get())) {
            problems.add(unknownType(knob, knob.type().get()));
        }
        if (knob.type().isEmpty() && tellsNoType(knob.value())) {
            problems.add(noType(knob));
        }
    }

    private static boolean tellsNoType(JsonNode value) {
        return value.isArray() || value.isNull() || value.isObject() && value.isEmpty();
    }

    private static Problem noMap(Location place) {
        return new Problem(
                place,
                "values-map",
                "the values are no map of knobs",
                "Helm reads values.yaml as a map from names to defaults",
                "write `name: default` lines, each below a comment");
    }

    private static Problem noComment(Knob knob) {
        return new Problem(
                knob.place(),
                "knob-comment",
                "knob " + Quote.of(knob.name()) + " has no comment",
                "every key of a values.yaml is explained directly above it, for README.md and values.schema.json too",
                "write `# -- What it sets.` on the line above");
    }

    private Problem unknownType(Knob knob, String type) {
        return new Problem(
                knob.place(),
                "knob-type",
                "knob " + Quote.of(knob.name()) + " has type " + Quote.of(type) + ", which nothing defines",
                ValueTypes.FILE + " defines the types that knobs may have",
                NearestNames.advice(type, types.names()) + ", or add a definition");
    }

    private static Problem noType(Knob knob) {
        return new Problem(
                knob.place(),
                "knob-type",
                "the default of knob " + Quote.of(knob.name()) + " does not tell its type",
                "a list, an empty map and null say nothing about what they may hold",
                "write `# @type NAME` on the line above, with a name that " + ValueTypes.FILE + " defines");
    }
}
