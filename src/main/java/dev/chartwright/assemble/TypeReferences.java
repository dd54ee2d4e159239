package dev.chartwright.assemble;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Where the types of values refer to: to each other alone, and never back to the same value. */
final class TypeReferences {
    static final String START = "#/definitions/";
    private static final String REFERENCE = "$ref";

    /** Rules that hold for the same value as the schema around them. */
    private static final Set<String> SAME_VALUE = Set.of("allOf", "anyOf", "oneOf", "not", "if", "then", "else");

    private final JsonNode definitions;
    private final Origins origins;

    /**
     * References between types.
     *
     * @param definitions types by name
     * @param origins where everything in the file stands
     */
    TypeReferences(JsonNode definitions, Origins origins) {
        this.definitions = definitions;
        this.origins = origins;
    }

    List<Problem> check() {
        return definitions.properties().stream().flatMap(this::check).toList();
    }

    private Stream<Problem> check(Map.Entry<String, JsonNode> type) {
        Stream<Problem> elsewhere = type.getValue().findValues(REFERENCE).stream()
                .map(target -> target.asString(""))
                .filter(target -> !target.startsWith(START) || !definitions.has(name(target)))
                .map(target -> problem(
                        type.getKey(),
                        "refers to " + Quote.of(target) + ", which is no type of this file",
                        "write `" + START + "NAME`, with the name of a type"));
        return leadsTo(type.getValue(), type.getKey(), new TreeSet<>())
                ? Stream.concat(
                        elsewhere,
                        Stream.of(problem(
                                type.getKey(), "refers to itself for the same value", "say what its values are")))
                : elsewhere;
    }

    private boolean leadsTo(JsonNode schema, String type, Set<String> seen) {
        String next = name(schema.path(REFERENCE).asString(""));
        boolean direct =
                next.equals(type) || !next.isEmpty() && seen.add(next) && leadsTo(definitions.path(next), type, seen);
        return direct
                || schema.properties().stream()
                        .filter(rule -> SAME_VALUE.contains(rule.getKey()))
                        .flatMap(rule ->
                                rule.getValue().isArray() ? rule.getValue().valueStream() : Stream.of(rule.getValue()))
                        .anyMatch(rule -> leadsTo(rule, type, seen));
    }

    private static String name(String target) {
        return target.startsWith(START) ? target.substring(START.length()) : "";
    }

    private Problem problem(String type, String what, String fix) {
        return new Problem(
                origins.key(Origins.pointer("definitions", type)),
                "type-reference",
                "the type " + Quote.of(type) + " " + what,
                "it becomes part of values.schema.json, and Helm would read another file, or turn in a circle, at every"
                        + " install",
                fix);
    }
}
