package dev.chartwright.validate;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.HttpRoute;
import dev.chartwright.model.IngressRule;
import dev.chartwright.problem.Problem;

/** A host and path is routed once: of two routes for the same requests, the edge router takes one. */
final class DuplicateRouteRule implements Rule {
    private static final String SLASH = "/";

    @Override
    public Stream<Problem> check(Subject subject) {
        Map<String, Route> first = new HashMap<>();
        return Stream.concat(ingresses(subject), httpRoutes(subject)).flatMap(route -> {
            Route earlier = first.putIfAbsent(route.requests(), route);
            return earlier == null ? Stream.empty() : Stream.of(problem(route, earlier));
        });
    }

    private static Stream<Route> ingresses(Subject subject) {
        return Ingresses.of(subject)
                .flatMap(entry -> IntStream.range(0, entry.ingress().rules().size())
                        .mapToObj(index -> ingress(
                                entry,
                                entry.ingress().rules().get(index),
                                entry.place().then("rules").then(index))));
    }

    private static Route ingress(Ingresses.Entry entry, IngressRule rule, Place place) {
        return Route.of(entry.ingress().className(), rule.host(), kind(rule.pathType(), rule.path()), place);
    }

    /** Routes of different listeners never meet. */
    private static Stream<Route> httpRoutes(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .flatMap(route -> httpRoute(subject, application, route)));
    }

    private static Stream<Route> httpRoute(Subject subject, Application application, HttpRoute route) {
        Place rules = subject.place(application).then("network", "httpRoutes", route.name(), "rules");
        String listener = route.gateway().namespace()
                + SLASH
                + route.gateway().name()
                + SLASH
                + route.gateway().section();
        return route.hosts().stream()
                .flatMap(host -> IntStream.range(0, route.rules().size())
                        .mapToObj(index -> Route.of(
                                listener,
                                host,
                                kind(
                                        route.rules().get(index).pathType(),
                                        route.rules().get(index).path()),
                                rules.then(index))));
    }

    /** Prefixes are compared by their parts, so a slash at the end says nothing. */
    private static String kind(String type, String path) {
        boolean exact = type.equals("Exact");
        String compared = !exact && path.endsWith(SLASH) ? path.substring(0, path.length() - 1) : path;
        return (exact ? "exactly " : "") + (compared.isEmpty() ? SLASH : compared);
    }

    private static Problem problem(Route second, Route first) {
        return new Problem(
                second.place().then("path").value(),
                "duplicate-route",
                "`" + second.words() + "` is routed a second time; the first is at "
                        + first.place().then("path").value(),
                "of two routes for the same requests the edge router takes one, and nobody says which",
                "write another host or path, or remove one of the two");
    }

    /**
     * Requests and where they are routed.
     *
     * @param requests the same text for the same requests
     * @param words host and path
     * @param place the rule
     */
    private record Route(String requests, String words, Place place) {
        static Route of(String router, String host, String path, Place place) {
            return new Route(router + " " + host + " " + path, host + path.replace("exactly ", ""), place);
        }
    }
}
