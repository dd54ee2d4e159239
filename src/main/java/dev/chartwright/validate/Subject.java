package dev.chartwright.validate;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * A platform under check, and where its parts were written.
 *
 * @param platform what is checked
 * @param origins where each value was written
 * @param others the platform's other environments, as far as they can be read; asked only when something is missing
 */
public record Subject(Platform platform, Origins origins, Supplier<List<Subject>> others) {
    public static Subject alone(Platform platform, Origins origins) {
        return new Subject(platform, origins, List::of);
    }

    /** The problem, with each place where another environment declares what is missing here. */
    Problem missing(Problem problem, Predicate<Declared> what) {
        String places = others.get().stream()
                .flatMap(other -> UnusedRule.declared(other)
                        .filter(what)
                        .map(declared -> Quote.of(other.platform().environment().name()) + " has it ("
                                + declared.place().key() + ")"))
                .collect(Collectors.joining(", "));
        return places.isEmpty() ? problem : problem.and(places);
    }

    Place place(String... parts) {
        return new Place(origins, "").then(parts);
    }

    /** The key of a component in the values: below `applications`, or the record's own name. */
    Place place(Component component) {
        return component instanceof Application
                ? place("applications", component.name())
                : place(component.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    Place secretsOf(Component component) {
        Place place = place(component);
        return component instanceof Application ? place.then("data", "secrets") : place.then("secrets");
    }

    Stream<Application> applications() {
        return platform.applications().stream();
    }

    /** Components that live in a namespace. */
    List<Component> componentsIn(String namespace) {
        return platform.components().stream()
                .filter(component -> component.namespace().equals(namespace))
                .toList();
    }
}
