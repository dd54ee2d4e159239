package dev.chartwright.validate;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.HttpRoute;
import dev.chartwright.problem.Problem;

/** Every route leads to a Service and a port of its own component. */
final class RouteRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return Stream.concat(ingresses(subject), httpRoutes(subject)).flatMap(RouteRule::check);
    }

    private static Stream<Target> ingresses(Subject subject) {
        return Ingresses.of(subject).flatMap(entry -> {
            OfferedPorts offered = OfferedPorts.toPeople(subject.platform(), entry.owner());
            return IntStream.range(0, entry.ingress().rules().size())
                    .mapToObj(index -> new Target(
                            entry.place().then("rules").then(index),
                            entry.ingress().rules().get(index).service(),
                            entry.ingress().rules().get(index).port(),
                            offered));
        });
    }

    private static Stream<Target> httpRoutes(Subject subject) {
        return subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .flatMap(route -> targets(subject, application, route)));
    }

    private static Stream<Target> targets(Subject subject, Application application, HttpRoute route) {
        Place rules = subject.place(application).then("network", "httpRoutes", route.name(), "rules");
        return IntStream.range(0, route.rules().size())
                .mapToObj(index -> new Target(
                        rules.then(index),
                        route.rules().get(index).service(),
                        route.rules().get(index).port(),
                        OfferedPorts.of(subject.platform(), application)));
    }

    private static Stream<Problem> check(Target target) {
        if (!target.offered().services().contains(target.service())) {
            return Stream.of(unknownService(target));
        }
        return target.offered().of(target.service()).contains(target.port())
                ? Stream.empty()
                : Stream.of(unknownPort(target));
    }

    private static Problem unknownService(Target target) {
        return new Problem(
                target.place().then("service").value(),
                "unknown-service",
                "a route leads to Service `" + target.service() + "`, which this component does not have",
                "a route can only reach Services of its own namespace, and answers 404 or 503 for others",
                Choice.fix(target.service(), target.offered().services(), "give the component that Service"));
    }

    private static Problem unknownPort(Target target) {
        return new Problem(
                target.place().then("port").value(),
                "unknown-service-port",
                "a route leads to port " + target.port() + " of Service `" + target.service() + "`, which offers "
                        + target.offered().of(target.service()),
                "a port that the Service does not offer answers 503",
                "write a port that the Service offers, or add " + target.port() + " to `ports`");
    }

    private record Target(Place place, String service, int port, OfferedPorts offered) {}
}
