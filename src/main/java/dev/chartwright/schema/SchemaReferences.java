package dev.chartwright.schema;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Where schemas refer to: to definitions of their own file, and never back to the same value. */
final class SchemaReferences {
    private static final String START = "#/definitions/";
    private static final String REFERENCE = "$ref";

    /** Rules that hold for the same value as the schema around them. */
    private static final List<String> ALTERNATIVES = List.of("allOf", "anyOf", "oneOf");

    private static final List<String> CONDITIONS = List.of("not", "if", "then", "else");

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

    /** Dangling ones, or, where there are none, those that turn in a circle or go on for long. */
    Stream<Problem> check() {
        Map<String, String> targets = new TreeMap<>();
        Map<String, Set<String>> next = new TreeMap<>();
        SchemaParts.of(root).forEach(part -> {
            part.node().path(REFERENCE).stringValueOpt().ifPresent(target -> targets.put(part.pointer(), target));
            next.put(part.pointer(), sameValue(part));
        });
        List<Problem> dangling = targets.entrySet().stream()
                .filter(reference -> !isDefinition(reference.getValue()))
                .map(reference -> dangling(reference.getKey(), reference.getValue()))
                .toList();
        return dangling.isEmpty() ? ways(targets, next) : dangling.stream();
    }

    private boolean isDefinition(String target) {
        return target.startsWith(START)
                && root.path("definitions").has(target.substring(START.length()))
                && root.at(target.substring(1)).isObject();
    }

    /** Places of the schemas that hold for the same value. */
    private static Set<String> sameValue(SchemaParts part) {
        Set<String> places = new TreeSet<>();
        part.node()
                .path(REFERENCE)
                .stringValueOpt()
                .ifPresent(target -> places.add(target.substring(Math.min(1, target.length()))));
        for (String keyword : ALTERNATIVES) {
            IntStream.range(0, part.node().path(keyword).size())
                    .forEach(i -> places.add(part.pointer() + Origins.pointer(keyword) + "/" + i));
        }
        CONDITIONS.stream().filter(part.node()::has).forEach(keyword -> places.add(part.pointer() + "/" + keyword));
        return places;
    }

    private Stream<Problem> ways(Map<String, String> targets, Map<String, Set<String>> next) {
        Map<String, Integer> heights = heights(next);
        Set<String> endless = new HashSet<>(next.keySet());
        endless.removeAll(heights.keySet());
        Set<String> circles = new HashSet<>(endless);
        circles.removeAll(heights(reversed(next, endless)).keySet());
        Stream<Problem> round =
                targets.keySet().stream().filter(circles::contains).map(at -> circle(at, targets.get(at)));
        Stream<Problem> on = targets.keySet().stream()
                .filter(at -> heights.getOrDefault(at, 0) > LONGEST)
                .map(at -> tooFar(at, targets.get(at)));
        return Stream.concat(round, on);
    }

    private static Map<String, Set<String>> reversed(Map<String, Set<String>> next, Collection<String> places) {
        Map<String, Set<String>> before = places.stream().collect(Collectors.toMap(at -> at, at -> new HashSet<>()));
        places.forEach(at -> next.get(at).stream()
                .filter(before::containsKey)
                .forEach(to -> before.get(to).add(at)));
        return before;
    }

    /** How far each place is from the farthest end; none for those from which a way never ends. */
    private static Map<String, Integer> heights(Map<String, Set<String>> next) {
        Map<String, Set<String>> before = reversed(next, next.keySet());
        Map<String, Integer> open = new HashMap<>();
        next.forEach((at, to) ->
                open.put(at, (int) to.stream().filter(next::containsKey).count()));
        Map<String, Integer> heights = new HashMap<>();
        Deque<String> ends = new ArrayDeque<>(
                next.keySet().stream().filter(at -> open.get(at) == 0).toList());
        while (!ends.isEmpty()) {
            String end = ends.pop();
            int height = heights.merge(end, 0, Math::max);
            for (String at : before.get(end)) {
                heights.merge(at, height + 1, Math::max);
                if (open.merge(at, -1, Integer::sum) == 0) {
                    ends.push(at);
                }
            }
        }
        heights.keySet().removeIf(at -> open.get(at) > 0);
        return heights;
    }

    private Problem dangling(String at, String target) {
        return problem(
                at,
                Quote.of(target) + " is no definition of this file",
                "write `" + START + "NAME`, with the name of a definition");
    }

    private Problem circle(String at, String target) {
        return problem(at, Quote.of(target) + " leads back here for the same value", "say what its values are");
    }

    private Problem tooFar(String at, String target) {
        return problem(
                at,
                Quote.of(target) + " leads on through more than " + LONGEST + " references",
                "refer to the definition at the end of the way");
    }

    private Problem problem(String at, String what, String fix) {
        return new Problem(
                origins.value(at + "/" + REFERENCE),
                "type-reference",
                what,
                "a validator, Helm's too, would read another file, or turn in a circle, at every value",
                fix);
    }
}
