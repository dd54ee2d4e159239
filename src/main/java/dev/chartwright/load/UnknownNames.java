package dev.chartwright.load;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * Words for references that name nothing.
 *
 * <p>One mistake is told once: a part that is missing speaks for all references to it, and where the schema requires
 * the value behind a name, the schema's own problem is enough.
 */
final class UnknownNames {
    private static final Pattern REQUIRED =
            Pattern.compile("environment\\.(name|tier|host|scheme|url)|cluster\\.domain" + "|apps\\.[^.]+\\.namespace");

    private static final Set<String> OWN = Set.of("environment", "cluster");
    private static final String APPLICATIONS = "apps";
    private static final Pattern APPLICATION = Pattern.compile("(apps\\.[^.]+)\\..*");

    private final JsonNode document;
    private final DerivedNames names;
    private final Collection<String> known;
    private final Supplier<Holders> holders;
    private final Set<String> toldParts = new HashSet<>();

    UnknownNames(JsonNode document, DerivedNames names, Supplier<Holders> holders) {
        this.document = document;
        this.names = names;
        this.known = names.all();
        this.holders = holders;
    }

    /** What to tell about a name; empty when it is told elsewhere. */
    Optional<Problem> problem(String name, Location place) {
        if (isUndescribed(name.substring(0, Math.max(0, name.indexOf('.'))))) {
            return Optional.empty();
        }
        if (!NearestNames.of(name, known).isEmpty()) {
            return Optional.of(namesNothing(name, place));
        }
        Optional<String> missing = missingPart(name);
        if (missing.isPresent()) {
            return toldParts.add(missing.get()) ? Optional.of(hasNoPart(name, missing.get(), place)) : Optional.empty();
        }
        return REQUIRED.matcher(name).matches() || names.isExpected(name)
                ? Optional.empty()
                : Optional.of(namesNothing(name, place));
    }

    /** A section that no folder describes has no names at all, which is told once. */
    private boolean isUndescribed(String head) {
        return !OWN.contains(head)
                && document.path(head).isObject()
                && !names.components().contains(head);
    }

    private Optional<String> missingPart(String name) {
        return Stream.of(name.split("\\.", -1))
                .findFirst()
                .filter(head -> head.length() < name.length())
                .flatMap(head -> head.equals(APPLICATIONS) ? application(name) : component(head))
                .filter(part -> !document.at(pointer(part)).isObject());
    }

    private Optional<String> component(String head) {
        return Optional.of(head).filter(names.components()::contains);
    }

    private static Optional<String> application(String name) {
        return Optional.of(APPLICATION.matcher(name)).filter(Matcher::matches).map(found -> found.group(1));
    }

    private static String pointer(String part) {
        return part.startsWith("apps.")
                ? Origins.pointer("applications", part.substring("apps.".length()))
                : Origins.pointer(part);
    }

    private Problem hasNoPart(String name, String part, Location place) {
        String pointer = pointer(part);
        String key = pointer.substring(1).replace('/', '.');
        String environment = document.at("/environment/name").asString("");
        Problem problem = new Problem(
                place,
                "unknown-reference",
                Quote.of(name) + " refers to " + Quote.of(key) + ", which "
                        + holders.get().without(pointer, place, environment),
                "references name what the same environment has",
                "write the value itself, or describe " + Quote.of(key));
        String others = holders.get().places(pointer);
        return others.isEmpty() ? problem : problem.and(others);
    }

    private Problem namesNothing(String name, Location place) {
        return new Problem(
                place,
                "unknown-reference",
                name.isEmpty()
                        ? "the reference names nothing"
                        : Quote.of(name) + " names nothing that can be referred to",
                "references name what this environment has; a name is written `part.value` or `apps.application.value`",
                advice(name));
    }

    private String advice(String name) {
        if (!NearestNames.of(name, known).isEmpty()) {
            return NearestNames.advice(name, known);
        }
        for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
            List<String> related = startingWith(name.substring(0, dot + 1));
            if (!related.isEmpty()) {
                return NearestNames.advice(name, related);
            }
        }
        Set<String> heads = known.stream()
                .map(other -> other.substring(0, other.indexOf('.') + 1))
                .collect(Collectors.toSet());
        return "write a name that begins with one of " + NearestNames.list(heads);
    }

    private List<String> startingWith(String prefix) {
        return known.stream().filter(other -> other.startsWith(prefix)).toList();
    }
}
