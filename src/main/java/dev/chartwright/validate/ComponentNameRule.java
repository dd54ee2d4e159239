package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.problem.Problem;

/** Subcharts are folders of one chart, so no two components have one name. */
final class ComponentNameRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().components().stream()
                .filter(component -> isTaken(subject, component))
                .map(component -> problem(subject, component));
    }

    /** Whether an earlier component has the name. */
    private static boolean isTaken(Subject subject, Component component) {
        return subject.platform().components().stream()
                .takeWhile(earlier -> earlier != component)
                .anyMatch(earlier -> earlier.name().equals(component.name()));
    }

    private static Problem problem(Subject subject, Component component) {
        return new Problem(
                subject.place(component).then("name").value(),
                "duplicate-component",
                "two components are named `" + component.name() + "`",
                "each component is a subchart in `charts/`, and its name is its folder",
                "rename one of them");
    }
}
