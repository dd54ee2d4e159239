package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Namespace;
import dev.chartwright.problem.Problem;

/** Every namespace in use stands in `cluster.namespaces`. */
final class NamespaceRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        List<String> known = subject.platform().cluster().namespaces().stream()
                .map(Namespace::name)
                .toList();
        return uses(subject)
                .filter(use -> !known.contains(use.namespace()))
                .map(use ->
                        subject.missing(problem(use, known), declared -> declared.is("namespace", use.namespace())));
    }

    private static Stream<Use> uses(Subject subject) {
        Stream<Use> components = subject.platform().components().stream()
                .map(component ->
                        new Use(subject.place(component).then("namespace"), component.name(), component.namespace()));
        return Stream.concat(components, Operators.of(subject).map(Use::of));
    }

    private static Problem problem(Use use, List<String> known) {
        return new Problem(
                use.place().value(),
                "unknown-namespace",
                "`" + use.user() + "` uses namespace `" + use.namespace()
                        + "`, which `cluster.namespaces` does not list",
                "the umbrella makes the listed namespaces, each with its Pod Security level, and no others",
                Choice.fix(use.namespace(), known, "add `" + use.namespace() + "` to `cluster.namespaces`"));
    }

    private record Use(Place place, String user, String namespace) {
        static Use of(Operators.Entry entry) {
            return new Use(
                    entry.place().then("namespace"),
                    entry.name(),
                    entry.operator().namespace());
        }
    }
}
