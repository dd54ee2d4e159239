package dev.chartwright.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Looks a name up in the types of the scopes around it, as {@link Name} does in their values. */
final class TypeLookup {
    private final Consumer<Problem> problems;

    TypeLookup(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** What a name will be; empty after a problem. The innermost scope is the last. */
    Optional<Shape> find(String written, List<Shape> scopes, Location location, String usedFrom) {
        List<String> parts = Name.parse(written).parts();
        List<Shape> outward = new ArrayList<>(scopes);
        Collections.reverse(outward);
        if (parts.isEmpty()) {
            return Optional.of(outward.get(0));
        }
        Optional<Shape> start = outward.stream()
                .filter(scope -> Accessor.find(scope, parts.get(0)).isPresent())
                .findFirst();
        if (start.isEmpty()) {
            problems.accept(unknown(written, parts.get(0), outward, location, usedFrom));
        }
        return start.flatMap(scope -> follow(parts, scope, location));
    }

    private Optional<Shape> follow(List<String> parts, Shape start, Location location) {
        Shape at = start;
        for (int i = 0; i < parts.size(); i++) {
            Optional<Accessor> accessor = Accessor.find(at, parts.get(i));
            if (accessor.isEmpty()) {
                String before = String.join(".", parts.subList(0, i));
                String written = String.join(".", parts);
                problems.accept(
                        at.holds()
                                ? unopened(written, before, at, location)
                                : unknown(written, parts.get(i), List.of(at), location, ""));
                return Optional.empty();
            }
            at = accessor.get().shape();
        }
        return Optional.of(at);
    }

    private static Problem unopened(String written, String before, Shape shape, Location location) {
        return new Problem(
                location,
                "needs-section",
                Quote.of(before) + " in " + Quote.of(written) + " is " + shape.words(),
                "it may be absent or many, so there is not always one to look into",
                "open it with `<%#" + before + "%>` and name what is inside it");
    }

    private static Problem unknown(
            String written, String part, List<Shape> outward, Location location, String usedFrom) {
        Set<String> all = new TreeSet<>();
        outward.forEach(scope -> all.addAll(Accessor.of(scope).keySet()));
        Shape first = outward.get(0);
        Set<String> own = Accessor.of(first).keySet();
        boolean near = own.isEmpty() || !NearestNames.of(part, all).isEmpty();
        String scopes = outward.stream().map(Shape::words).distinct().collect(Collectors.joining(", then "));
        return new Problem(
                location,
                "unknown-name",
                Quote.of(written) + " names nothing in " + first.words(),
                "names are looked up in " + scopes + usedFrom + "; one that finds nothing would leave a blank",
                all.isEmpty() ? "write `.` for the element itself" : NearestNames.advice(part, near ? all : own));
    }
}
