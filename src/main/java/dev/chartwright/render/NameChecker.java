package dev.chartwright.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Checks every name of a template against the record types around it, in sections that nothing renders too. */
final class NameChecker {
    private record Visit(String partial, List<Shape> scopes) {}

    private record Mistake(Location location, String code) {}

    private final Map<String, Template> partials;
    private final Map<Mistake, Problem> problems = new LinkedHashMap<>();
    private final TypeLookup lookup = new TypeLookup(this::add);
    private final Set<Visit> visited = new HashSet<>();
    private final Deque<Tag> users = new ArrayDeque<>();

    NameChecker(Map<String, Template> partials) {
        this.partials = partials;
    }

    /** One problem for each mistake, however many ways lead to it. */
    Collection<Problem> problems() {
        return problems.values();
    }

    /** Checks a template whose scopes, innermost last, are the root and what its path repeats over. */
    void check(Template template, List<Shape> scopes) {
        if (!template.nested()) {
            return;
        }
        List<Shape> stack = new ArrayList<>(scopes);
        template.tags().forEach(tag -> {
            switch (tag.kind()) {
                case VALUE -> value(tag, stack);
                case SECTION, INVERTED -> stack.add(section(tag, stack));
                case CLOSE -> stack.remove(stack.size() - 1);
                case PARTIAL -> partial(tag, stack);
                case COMMENT -> {}
            }
        });
    }

    private void value(Tag tag, List<Shape> stack) {
        lookup.find(tag.name(), stack, tag.location(), usedFrom()).ifPresent(shape -> {
            if (!shape.isPrintable()) {
                unprintable(tag, shape);
            } else if (shape.isText() && tag.spot() != Spot.QUOTED && tag.spot() != Spot.COMMENT) {
                unquoted(tag);
            }
        });
    }

    private Shape section(Tag tag, List<Shape> stack) {
        Shape around = stack.get(stack.size() - 1);
        Shape found = lookup.find(tag.name(), stack, tag.location(), usedFrom()).orElse(around);
        if (!found.isSection() && found != around) {
            noSection(tag, found);
        }
        return tag.kind() == Tag.Kind.INVERTED ? around : found.inside(around);
    }

    private void partial(Tag tag, List<Shape> stack) {
        Template partial = partials.get(tag.name());
        // A circle is told by PartialChecker; in a section its scopes would grow without end.
        boolean circle = users.stream().anyMatch(user -> user.name().equals(tag.name()));
        if (partial != null && !circle && visited.add(new Visit(tag.name(), List.copyOf(stack)))) {
            users.push(tag);
            check(partial, stack);
            users.pop();
        }
    }

    private String usedFrom() {
        return users.isEmpty() ? "" : " (partial used at " + users.peek().location() + ")";
    }

    private void add(Problem problem) {
        problems.putIfAbsent(new Mistake(problem.location(), problem.code()), problem);
    }

    private void unquoted(Tag tag) {
        add(new Problem(
                tag.location(),
                "unquoted-text",
                Quote.of(tag.written()) + " is text and stands " + tag.spot().words(),
                "text may stand only in a double-quoted YAML scalar or a double-quoted string of `{{ }}`, on one line",
                "write `\"" + tag.written() + "\"`"));
    }

    private void unprintable(Tag tag, Shape shape) {
        boolean whole = shape.kind() == Shape.Kind.RECORD;
        String section = "open it with `<%#" + tag.name() + "%>` and name what is inside it";
        String fix = shape.kind() == Shape.Kind.OTHER ? "add an accessor that gives text" : section;
        add(new Problem(
                tag.location(),
                "needs-section",
                Quote.of(tag.name()) + " is " + (whole ? "a whole " : "") + shape.words() + " and cannot be printed",
                "a value tag prints one text, number or truth value",
                fix));
    }

    private void noSection(Tag tag, Shape shape) {
        add(new Problem(
                tag.location(),
                "needs-value",
                Quote.of(tag.name()) + " is " + shape.words() + " and cannot be a section",
                "a section needs a list, something optional, a record, text or a truth value",
                "print it with `<%" + tag.name() + "%>`, or name a truth value"));
    }
}
