package dev.chartwright.validate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.HttpRoute;
import dev.chartwright.model.Middleware;
import dev.chartwright.model.Namespace;
import dev.chartwright.problem.Problem;

/** A route names middlewares that its application has. */
final class MiddlewareRule implements Rule {
    private static final String PROVIDER = "@kubernetescrd";

    @Override
    public Stream<Problem> check(Subject subject) {
        Stream<Problem> routes = subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .flatMap(route -> check(subject, application, route)));
        return Stream.concat(ingresses(subject), routes);
    }

    private static Stream<Problem> ingresses(Subject subject) {
        List<String> known = subject.applications()
                .flatMap(application ->
                        names(application).stream().map(name -> application.namespace() + "-" + name + PROVIDER))
                .toList();
        List<String> namespaces = subject.platform().cluster().namespaces().stream()
                .filter(Namespace::existing)
                .map(Namespace::name)
                .toList();
        return Ingresses.of(subject).flatMap(entry -> {
            List<String> used = entry.ingress().middlewares();
            return IntStream.range(0, used.size())
                    .filter(index -> !isForeign(used.get(index), namespaces))
                    .filter(index -> !known.contains(used.get(index)))
                    .mapToObj(index -> subject.missing(
                            problem(entry.place().then("middlewares").then(index), used.get(index), known),
                            declared -> declared.kind().equals("middleware")
                                    && used.get(index).equals(declared.name().replace('/', '-') + PROVIDER)));
        });
    }

    /** Other providers know their own, and in a namespace that others have made, others may make middlewares. */
    private static boolean isForeign(String name, List<String> foreign) {
        return !name.endsWith(PROVIDER) || foreign.stream().anyMatch(namespace -> name.startsWith(namespace + "-"));
    }

    private static Stream<Problem> check(Subject subject, Application application, HttpRoute route) {
        Place rules = subject.place(application).then("network", "httpRoutes", route.name(), "rules");
        return IntStream.range(0, route.rules().size())
                .boxed()
                .flatMap(index -> unknown(
                        subject,
                        application,
                        rules.then(index).then("middlewares"),
                        route.rules().get(index).middlewares()));
    }

    private static Stream<Problem> unknown(Subject subject, Application owner, Place place, List<String> used) {
        return IntStream.range(0, used.size())
                .filter(index -> !names(owner).contains(used.get(index)))
                .mapToObj(index -> subject.missing(
                        problem(place.then(index), used.get(index), names(owner)),
                        declared -> declared.is("middleware", owner.namespace() + "/" + used.get(index))));
    }

    private static List<String> names(Application application) {
        return application.network().middlewares().stream()
                .map(Middleware::name)
                .toList();
    }

    private static Problem problem(Place place, String name, List<String> known) {
        return new Problem(
                place.value(),
                "unknown-middleware",
                "a route names the middleware `" + name + "`, which does not exist",
                "Traefik drops a whole route whose middleware is missing",
                Choice.fix(name, known, "add it to the application's `middlewares`"));
    }
}
