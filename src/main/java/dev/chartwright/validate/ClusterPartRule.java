package dev.chartwright.validate;

import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Addon;
import dev.chartwright.problem.Problem;

/** What the cluster already runs is described where it really is. */
final class ClusterPartRule implements Rule {
    private static final String K3S_NAMESPACE = "kube-system";

    @Override
    public Stream<Problem> check(Subject subject) {
        return Stream.of(traefik(subject), issuers(subject)).flatMap(Optional::stream);
    }

    private static Optional<Problem> traefik(Subject subject) {
        return subject.platform()
                .traefik()
                .filter(traefik -> traefik.isK3s() && !traefik.namespace().equals(K3S_NAMESPACE))
                .map(traefik -> new Problem(
                        subject.place("traefik", "namespace").value(),
                        "traefik-namespace",
                        "mode is `k3s` but the namespace is `" + traefik.namespace() + "`",
                        "k3s runs its Traefik, and reads its HelmChartConfig, in `kube-system` only",
                        "set `namespace: kube-system`"));
    }

    private static Optional<Problem> issuers(Subject subject) {
        Optional<String> certManager = subject.platform().cluster().addons().stream()
                .filter(addon -> addon.name().equals("cert-manager"))
                .map(Addon::namespace)
                .findFirst();
        return subject.platform()
                .rabbitmq()
                .flatMap(part -> part.cluster().tls())
                .filter(tls -> certManager.isPresent() && !certManager.get().equals(tls.issuerNamespace()))
                .map(tls -> new Problem(
                        subject.place("rabbitmq", "cluster", "tls", "issuerNamespace")
                                .value(),
                        "issuer-namespace",
                        "the certificate authority's Secret goes to `" + tls.issuerNamespace()
                                + "` but cert-manager runs in `" + certManager.orElseThrow() + "`",
                        "cert-manager reads the Secrets of ClusterIssuers in its own namespace only",
                        "set `issuerNamespace: " + certManager.orElseThrow() + "`"));
    }
}
