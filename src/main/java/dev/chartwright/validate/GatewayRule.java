package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Gateway;
import dev.chartwright.model.Listener;
import dev.chartwright.model.Traefik;
import dev.chartwright.problem.Problem;

/** Routes attach to listeners that the platform's Gateway has. */
final class GatewayRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().traefik().stream()
                .flatMap(traefik -> traefik.gateway().stream()
                        .flatMap(gateway ->
                                Stream.concat(routes(subject, traefik, gateway), redirects(subject, gateway))));
    }

    private static Stream<Problem> routes(Subject subject, Traefik traefik, Gateway gateway) {
        return subject.applications()
                .flatMap(application -> application.network().httpRoutes().stream()
                        .filter(route -> route.gateway().isTo(gateway, traefik.namespace()))
                        .filter(route ->
                                !listeners(gateway).contains(route.gateway().section()))
                        .map(route -> problem(
                                subject,
                                subject.place(application)
                                        .then("network", "httpRoutes", route.name(), "gateway", "section"),
                                route.gateway().section(),
                                gateway)));
    }

    private static Stream<Problem> redirects(Subject subject, Gateway gateway) {
        return gateway.redirects().stream()
                .filter(redirect -> !listeners(gateway).contains(redirect.listener()))
                .map(redirect -> problem(
                        subject,
                        subject.place("traefik", "gateway", "redirects", redirect.name(), "listener"),
                        redirect.listener(),
                        gateway));
    }

    private static List<String> listeners(Gateway gateway) {
        return gateway.listeners().stream().map(Listener::name).toList();
    }

    private static Problem problem(Subject subject, Place place, String wrong, Gateway gateway) {
        Problem problem = new Problem(
                place.value(),
                "unknown-listener",
                "Gateway `" + gateway.name() + "` has no listener `" + wrong + "`",
                "a route whose section the Gateway does not have is never attached",
                Choice.fix(wrong, listeners(gateway), "add the listener to the Gateway"));
        return subject.missing(problem, declared -> declared.is("listener", wrong));
    }
}
