package dev.chartwright.validate;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** A namespace that a release makes is there before anything in it. */
final class NamespaceOrderRule implements ReleaseRule {
    @Override
    public Stream<Problem> check(Release release) {
        Map<String, RenderedObject> namespaces = release.installed()
                .filter(object -> object.kind().equals("Namespace"))
                .collect(Collectors.toMap(RenderedObject::name, Function.identity(), (first, second) -> first));
        return release.installed()
                .filter(object -> namespaces.containsKey(object.namespace()))
                .flatMap(object -> check(namespaces.get(object.namespace()), object));
    }

    private static Stream<Problem> check(RenderedObject namespace, RenderedObject object) {
        String making = Release.making(order -> !order.makesFirst(namespace, object));
        return making.isEmpty() ? Stream.empty() : Stream.of(problem(namespace, object, making));
    }

    private static Problem problem(RenderedObject namespace, RenderedObject object, String making) {
        return new Problem(
                (object.isHook() ? object : namespace)
                        .place("metadata", "annotations", TemporaryCharts.HOOK)
                        .value(),
                "namespace-order",
                object.kind() + " `" + object.name() + "` comes before its namespace `" + namespace.name() + "`",
                making
                        + " hooks of `pre-install` before every template and those of `post-install` after them; "
                        + "the namespace is made by " + namespace.source(),
                "take the hook away, or make the namespace outside the release");
    }
}
