package dev.chartwright.validate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Gateway;
import dev.chartwright.model.HttpsRedirect;
import dev.chartwright.model.Traefik;

/** Middlewares, issuers and listeners, and whether a route uses them. */
final class EdgeDeclarations {
    private EdgeDeclarations() {}

    static Stream<Declared> of(Subject subject) {
        return Stream.concat(
                subject.applications().flatMap(application -> middlewares(subject, application)),
                subject.platform().traefik().stream()
                        .flatMap(traefik -> Stream.concat(issuers(subject, traefik), listeners(subject, traefik))));
    }

    private static Stream<Declared> middlewares(Subject subject, Application application) {
        Set<String> routes = application.network().httpRoutes().stream()
                .flatMap(route -> route.rules().stream())
                .flatMap(rule -> rule.middlewares().stream())
                .collect(Collectors.toSet());
        Set<String> ingresses = Ingresses.of(subject)
                .flatMap(entry -> entry.ingress().middlewares().stream())
                .collect(Collectors.toSet());
        Place place = subject.place(application).then("network", "middlewares");
        return application.network().middlewares().stream()
                .map(middleware -> new Declared(
                        "middleware",
                        application.namespace() + "/" + middleware.name(),
                        place.then(middleware.name()),
                        "no route names it",
                        routes.contains(middleware.name())
                                || ingresses.contains(
                                        application.namespace() + "-" + middleware.name() + "@kubernetescrd"),
                        middleware.unused()));
    }

    private static Stream<Declared> issuers(Subject subject, Traefik traefik) {
        Set<String> asked = Stream.concat(
                        Ingresses.of(subject).flatMap(entry -> entry.ingress().clusterIssuer().stream()),
                        traefik.gateway().flatMap(Gateway::clusterIssuer).stream())
                .collect(Collectors.toSet());
        Place place = subject.place("traefik", "issuers");
        return traefik.issuers().stream()
                .map(issuer -> new Declared(
                        "issuer",
                        issuer.name(),
                        place.then(issuer.name()),
                        "no route has a certificate of it",
                        asked.contains(issuer.name()),
                        issuer.unused()));
    }

    private static Stream<Declared> listeners(Subject subject, Traefik traefik) {
        return traefik.gateway().stream().flatMap(gateway -> listeners(subject, traefik, gateway));
    }

    private static Stream<Declared> listeners(Subject subject, Traefik traefik, Gateway gateway) {
        Set<String> attached = Stream.concat(
                        subject.applications()
                                .flatMap(application -> application.network().httpRoutes().stream())
                                .map(route -> route.gateway())
                                .filter(reference -> reference.isTo(gateway, traefik.namespace()))
                                .map(reference -> reference.section()),
                        gateway.redirects().stream().map(HttpsRedirect::listener))
                .collect(Collectors.toSet());
        Place place = subject.place("traefik", "gateway", "listeners");
        return gateway.listeners().stream()
                .map(listener -> new Declared(
                        "listener",
                        listener.name(),
                        place.then(listener.name()),
                        "no HTTPRoute attaches to it",
                        attached.contains(listener.name()),
                        listener.unused()));
    }
}
