package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.Traefik;
import dev.chartwright.problem.Problem;

/** Where the platform has an edge router, routes and challenges are of its class. */
final class IngressClassRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().traefik().stream()
                .flatMap(traefik -> Stream.concat(ingresses(subject, traefik), challenges(subject, traefik)));
    }

    private static Stream<Problem> ingresses(Subject subject, Traefik traefik) {
        return Ingresses.of(subject)
                .filter(entry -> !entry.ingress().className().equals(traefik.ingressClass()))
                .map(entry ->
                        problem(entry.place().then("className"), entry.ingress().className(), traefik.ingressClass()));
    }

    private static Stream<Problem> challenges(Subject subject, Traefik traefik) {
        return traefik.issuers().stream()
                .flatMap(issuer -> issuer.http01().stream()
                        .filter(solver -> !solver.ingressClass().equals(traefik.ingressClass()))
                        .map(solver -> problem(
                                subject.place("traefik", "issuers", issuer.name(), "http01", "ingressClass"),
                                solver.ingressClass(),
                                traefik.ingressClass())));
    }

    private static Problem problem(Place place, String wrong, String known) {
        return new Problem(
                place.value(),
                "unknown-ingress-class",
                "the class is `" + wrong + "`, and that of the edge router is `" + known + "`",
                "the edge router leaves an Ingress of another class alone, and network policies let no other in",
                "write `" + known + "`");
    }
}
