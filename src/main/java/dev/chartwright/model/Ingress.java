package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * An Ingress to Services in its own namespace.
 *
 * @param name object name
 * @param className IngressClass
 * @param clusterIssuer cert-manager ClusterIssuer that makes the certificates
 * @param middlewares Traefik middlewares as {@code <namespace>-<name>@kubernetescrd}
 * @param annotations further annotations
 * @param rules host names and what they lead to
 */
public record Ingress(
        String name,
        String className,
        Optional<String> clusterIssuer,
        List<String> middlewares,
        List<Entry> annotations,
        List<IngressRule> rules) {
    public boolean hasAnnotations() {
        return clusterIssuer.isPresent() || !middlewares.isEmpty() || !annotations.isEmpty();
    }

    /** Middlewares in the form of Traefik's annotation. */
    public String middlewareList() {
        return String.join(",", middlewares);
    }

    public List<IngressRule> tlsRules() {
        return rules.stream().filter(rule -> rule.tlsSecret().isPresent()).toList();
    }
}
