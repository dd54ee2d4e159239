package dev.chartwright.schema;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Where schemas refer to: to definitions of their own file, and never back to the same value. */
final class SchemaReferences {
    static final String START = "#/definitions/";
    private static final String REFERENCE = "$ref";

    /** Rules that hold for the same value as the schema around them. */
    private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    /** More than people follow; validators follow each within the one before. */
    private static final int LONGEST = 50;

    private final JsonNode root;
    private final Origins origins;

    /**
     * References of one file.
     *
     * @param origins where everything in the file stands
     */
    SchemaReferences(JsonNode root, Origins origins) {
        this.root = root;
        this.origins = origins;
    }

    Stream<Problem> check() {
        return SchemaParts.of(root)
                .filter(part -> part.node().path(REFERENCE).isString())
                .flatMap(part -> check(part).stream());
    }

    private List<Problem> check(SchemaParts part) {
        String target = part.node().path(REFERENCE).stringValue();
        if (target(part.node()).isMissingNode()) {
            return List.of(problem(
                    part,
                    Quote.of(target) + " is no definition of this file",
                    "write `" + START + "NAME`, with the name of a definition"));
        }
        if (leadsBack(part.node())) {
            return List.of(
                    problem(part, Quote.of(target) + " leads back here for the same value", "say what its values are"));
        }
        return steps(part.node()) > LONGEST
                ? List.of(problem(
                        part,
                        Quote.of(target) + " leads on through more than " + LONGEST + " references",
                        "refer to the definition at the end of the way"))
                : List.of();
    }

    private JsonNode target(JsonNode schema) {
        String target = schema.path(REFERENCE).asString("");
        return target.startsWith(START)
                ? root.path("definitions").path(target.substring(START.length()))
                : root.path("");
    }

    private boolean leadsBack(JsonNode schema) {
        Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<JsonNode> open = new ArrayDeque<>();
        next(schema).forEach(open::push);
        while (!open.isEmpty()) {
            JsonNode at = open.pop();
            if (at == schema) {
                return true;
            }
            if (seen.add(at)) {
                next(at).forEach(open::push);
            }
        }
        return false;
    }

    private int steps(JsonNode schema) {
        int steps = 0;
        for (JsonNode at = schema; at.path(REFERENCE).isString() && steps <= LONGEST; at = target(at)) {
            steps++;
        }
        return steps;
    }

    /** Schemas that hold for the same value. */
    private Stream<JsonNode> next(JsonNode schema) {
        Stream<JsonNode> inside = SAME_VALUE.stream()
                .map(schema::path)
                .flatMap(rule -> rule.isArray() ? rule.valueStream() : Stream.of(rule));
        return Stream.concat(Stream.of(target(schema)), inside).filter(JsonNode::isObject);
    }

    private Problem problem(SchemaParts part, String what, String fix) {
        return new Problem(
                origins.value(part.pointer() + "/" + REFERENCE),
                "type-reference",
                what,
                "a validator, Helm's too, would read another file, or turn in a circle, at every value",
                fix);
    }
}
