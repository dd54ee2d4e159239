package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.model.Addon;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Traefik;
import dev.chartwright.model.TraefikMode;

/** API groups that are in a cluster before a release, and what brings them. */
final class ApiGroups {
    private static final Set<String> BUILT_IN = Set.of(
            "",
            "admissionregistration.k8s.io",
            "apiextensions.k8s.io",
            "apiregistration.k8s.io",
            "apps",
            "autoscaling",
            "batch",
            "certificates.k8s.io",
            "coordination.k8s.io",
            "discovery.k8s.io",
            "events.k8s.io",
            "extensions",
            "flowcontrol.apiserver.k8s.io",
            "networking.k8s.io",
            "node.k8s.io",
            "policy",
            "rbac.authorization.k8s.io",
            "scheduling.k8s.io",
            "storage.k8s.io");

    private static final Map<String, List<String>> ADDONS = Map.of(
            "cert-manager", List.of("cert-manager.io", "acme.cert-manager.io"),
            "external-secrets", List.of("external-secrets.io", "generators.external-secrets.io"),
            "gateway-api", List.of("gateway.networking.k8s.io"),
            "prometheus-operator", List.of("monitoring.coreos.com"),
            "sealed-secrets", List.of("bitnami.com"));

    /** k3s brings its Traefik, the definitions of it and those of its own chart controller. */
    private static final List<String> K3S = List.of("helm.cattle.io", "traefik.io");

    private ApiGroups() {}

    /** Whether every Kubernetes serves the group. */
    static boolean isBuiltIn(String group) {
        return BUILT_IN.contains(group);
    }

    /** Groups of the add-ons that the cluster has. */
    static Stream<String> ofCluster(Platform platform) {
        boolean k3s = platform.traefik()
                .map(Traefik::mode)
                .filter(TraefikMode.K3S::equals)
                .isPresent();
        return Stream.concat(
                k3s ? K3S.stream() : Stream.empty(),
                platform.cluster().addons().stream()
                        .map(Addon::name)
                        .flatMap(name -> ADDONS.getOrDefault(name, List.of()).stream()));
    }
}
