package dev.chartwright.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * Whether a schema asks for what the program reads: the keys of the program's own one, and no looser rules.
 *
 * <p>A key that only the schema has would be taken from people and dropped; a rule that it leaves out is one that the
 * program counts on. Stricter rules, other defaults and other words are the user's.
 */
final class SchemaFit {
    private static final String PROPERTIES = "properties";
    private static final String OTHERS = "additionalProperties";
    private static final String REQUIRED = "required";
    private static final Set<String> LOWEST =
            Set.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    private static final Set<String> HIGHEST =
            Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");
    private static final List<String> KEPT = List.of("pattern", "default", "uniqueItems");

    private final JsonNode schema;
    private final JsonNode own;
    private final Origins origins;
    private final Set<List<String>> compared = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param schema the user's
     * @param own the program's
     * @param origins where everything in the user's stands
     */
    SchemaFit(JsonNode schema, JsonNode own, Origins origins) {
        this.schema = schema;
        this.own = own;
        this.origins = origins;
    }

    List<Problem> check() {
        compare(new SchemaRule(schema, ""), new SchemaRule(own, ""));
        return problems.stream().distinct().toList();
    }

    private void compare(SchemaRule given, SchemaRule wanted) {
        if (compared.add(List.of(given.pointer(), wanted.pointer()))) {
            types(given, wanted);
            choices(given, wanted);
            Stream.of(LOWEST, HIGHEST).flatMap(Collection::stream).sorted().forEach(word -> limit(word, given, wanted));
            KEPT.forEach(keyword -> kept(keyword, given, wanted));
            required(given, wanted);
            properties(given, wanted);
            others(given, wanted);
            List.of("items", "propertyNames").forEach(keyword -> inside(keyword, given, wanted));
        }
    }

    /** What many refer to is told once, where it stands. */
    private void kept(String keyword, SchemaRule given, SchemaRule wanted) {
        if (wanted.has(keyword) && !given.has(keyword)) {
            String pointer = wanted.hasItself(keyword) ? given.pointer() : given.home();
            problems.add(problem(
                    pointer,
                    (pointer.isEmpty() ? "the schema" : "the schema at " + Quote.of(pointer)) + " has no "
                            + Quote.of(keyword),
                    "add it"));
        }
    }

    private void types(SchemaRule given, SchemaRule wanted) {
        Set<String> allowed = wanted.texts("type");
        kept("type", given, wanted);
        if (!allowed.isEmpty() && !allowed.containsAll(given.texts("type"))) {
            loose(given, "type", "is " + list(given.texts("type")), "write " + list(allowed));
        }
    }

    /** Words that the program knows, of which a schema may leave some out. */
    private void choices(SchemaRule given, SchemaRule wanted) {
        Set<String> known = wanted.choices();
        if (known.isEmpty()) {
            return;
        }
        Set<String> strange = new TreeSet<>(given.choices());
        if (strange.isEmpty()) {
            kept(wanted.has("enum") ? "enum" : "const", given, wanted);
        }
        strange.removeAll(known);
        if (!strange.isEmpty()) {
            String keyword = given.has("enum") ? "enum" : "const";
            loose(given, keyword, "allows " + list(strange), "keep to " + list(known));
        }
    }

    private void limit(String keyword, SchemaRule given, SchemaRule wanted) {
        kept(keyword, given, wanted);
        double limit = wanted.get(keyword).doubleValue(0);
        double value = given.get(keyword).doubleValue(0);
        if (wanted.has(keyword) && given.has(keyword) && (LOWEST.contains(keyword) ? value < limit : value > limit)) {
            loose(
                    given,
                    keyword,
                    "is " + given.get(keyword).asString(),
                    "write " + wanted.get(keyword).asString() + ", or stricter");
        }
    }

    private void required(SchemaRule given, SchemaRule wanted) {
        Set<String> left = new TreeSet<>(wanted.texts(REQUIRED));
        left.removeAll(given.texts(REQUIRED));
        kept(REQUIRED, given, wanted);
        if (!left.isEmpty() && given.has(REQUIRED)) {
            loose(given, REQUIRED, "leaves out " + list(left), "add " + list(left));
        }
    }

    private void properties(SchemaRule given, SchemaRule wanted) {
        Collection<String> names = given.get(PROPERTIES).propertyNames();
        for (String name : wanted.get(PROPERTIES).propertyNames()) {
            if (names.contains(name)) {
                compare(given.in(PROPERTIES, name), wanted.in(PROPERTIES, name));
            } else if (names.stream().noneMatch(other -> isMeant(name, other, wanted))) {
                loose(given, PROPERTIES, "leaves out " + Quote.of(name), "add it");
            }
        }
    }

    /** Told at the key that is spelt otherwise. */
    private static boolean isMeant(String name, String other, SchemaRule wanted) {
        return !wanted.get(PROPERTIES).has(other)
                && NearestNames.of(other, List.of(name)).contains(name);
    }

    private void others(SchemaRule given, SchemaRule wanted) {
        inside(OTHERS, given, wanted);
        for (String keyword : List.of(PROPERTIES, "patternProperties")) {
            for (String name : given.get(keyword).propertyNames()) {
                if (!wanted.get(PROPERTIES).has(name)) {
                    more(given.in(keyword, name), name, wanted);
                }
            }
        }
    }

    /** A key, or a pattern of keys, that the program has no word for. */
    private void more(SchemaRule given, String name, SchemaRule wanted) {
        if (wanted.get(OTHERS).isObject()) {
            compare(given, wanted.in(OTHERS));
        } else if (wanted.get(OTHERS).isBoolean()) {
            problems.add(problem(
                    given.pointer(),
                    "the schema has the key " + Quote.of(name) + ", which chartwright does not read",
                    NearestNames.advice(name, wanted.get(PROPERTIES).propertyNames()) + ", or remove it"));
        }
    }

    private void inside(String keyword, SchemaRule given, SchemaRule wanted) {
        kept(keyword, given, wanted);
        JsonNode rule = wanted.get(keyword);
        JsonNode other = given.get(keyword);
        if (rule.isObject() && other.isObject()) {
            compare(given.in(keyword), wanted.in(keyword));
        } else if (!rule.isMissingNode() && !other.isMissingNode() && !other.equals(rule)) {
            loose(given, keyword, "is no " + (rule.isBoolean() ? Quote.of(rule.asString()) : "schema"), "write it");
        }
    }

    private void loose(SchemaRule given, String keyword, String what, String fix) {
        String pointer = given.has(keyword) ? given.at(keyword) : given.pointer();
        problems.add(problem(pointer, Quote.of(keyword) + " in the schema " + what, fix));
    }

    private Problem problem(String pointer, String what, String fix) {
        return new Problem(
                origins.key(pointer),
                "schema-misfit",
                what,
                "chartwright reads the keys of its own schema, and counts on each of its rules; a file in its place may"
                        + " only be stricter",
                fix);
    }

    private static String list(Set<String> texts) {
        return texts.stream().map(Quote::of).collect(Collectors.joining(", "));
    }
}
