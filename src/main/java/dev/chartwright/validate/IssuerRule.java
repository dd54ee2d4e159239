package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.ClusterIssuer;
import dev.chartwright.problem.Problem;

/** Where the platform makes cluster issuers, certificates come from one of them. */
final class IssuerRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        List<String> known = subject.platform().traefik().stream()
                .flatMap(traefik -> traefik.issuers().stream())
                .map(ClusterIssuer::name)
                .toList();
        if (known.isEmpty()) {
            return Stream.empty(); // the cluster has issuers of its own
        }
        Stream<Problem> ingresses = Ingresses.of(subject)
                .flatMap(entry -> entry.ingress().clusterIssuer().stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> problem(subject, entry.place().then("clusterIssuer"), name, known)));
        Stream<Problem> gateway = subject.platform().traefik().flatMap(traefik -> traefik.gateway()).stream()
                .flatMap(value -> value.clusterIssuer().stream())
                .filter(name -> !known.contains(name))
                .map(name -> problem(subject, subject.place("traefik", "gateway", "clusterIssuer"), name, known));
        return Stream.concat(ingresses, gateway);
    }

    private static Problem problem(Subject subject, Place place, String wrong, List<String> known) {
        Problem problem = new Problem(
                place.value(),
                "unknown-issuer",
                "`traefik.issuers` has no issuer `" + wrong + "`",
                "cert-manager makes no certificate for an issuer that does not exist",
                Choice.fix(wrong, known, "add it to `traefik.issuers`"));
        return subject.missing(problem, declared -> declared.is("issuer", wrong));
    }
}
