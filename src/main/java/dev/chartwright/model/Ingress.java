package dev.chartwright.model;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    public boolean hasTls() {
        return !tlsRules().isEmpty();
    }

    /** The rules' certificates, each once: cert-manager refuses an Ingress that names a Secret twice. */
    public List<IngressTls> tls() {
        Map<String, Set<String>> hosts = new LinkedHashMap<>();
        for (IngressRule rule : tlsRules()) {
            hosts.computeIfAbsent(rule.tlsSecret().orElseThrow(), secret -> new LinkedHashSet<>())
                    .add(rule.host());
        }
        return hosts.entrySet().stream()
                .map(entry -> new IngressTls(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    public List<PublicRoute> publicRoutes() {
        return rules.stream()
                .map(rule -> new PublicRoute(rule.host(), rule.path()))
                .toList();
    }
}
