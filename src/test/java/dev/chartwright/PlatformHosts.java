package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.Reachability.Host;
import dev.chartwright.model.Addon;
import tools.jackson.databind.JsonNode;

/** Everybody on a platform's network: its rendered pods, those that operators make, and strangers. */
final class PlatformHosts {
    static final Host INTERNET = Host.outside("internet", "203.0.113.7");
    static final Host NODE = Host.outside("node", "192.168.0.4");
    static final Host DNS = Host.pod("kube-dns", "kube-system", Map.of("k8s-app", "kube-dns"));

    private final RenderedPlatform rendered;

    PlatformHosts(RenderedPlatform rendered) {
        this.rendered = rendered;
    }

    List<Host> all() {
        List<Host> pods = Stream.of(workloads(), operated(), solvers())
                .flatMap(hosts -> hosts)
                .toList();
        Stream<Host> intruders = pods.stream()
                .map(Host::namespace)
                .distinct()
                .filter(namespace -> !namespace.equals("kube-system"))
                .map(namespace -> Host.pod("intruder in " + namespace, namespace, Map.of("app", "intruder")));
        List<Host> all = new ArrayList<>(pods);
        all.addAll(intruders.toList());
        all.addAll(List.of(INTERNET, NODE, DNS, Host.pod("stranger", "strangers", Map.of())));
        all.add(Host.pod("traefik of k3s", "kube-system", Map.of("app.kubernetes.io/name", "traefik")));
        all.add(Host.pod("collector", "monitoring-otel", Map.of("app", "collector")));
        rendered.platform().cluster().addons().stream()
                .filter(addon -> addon.name().equals("prometheus-operator"))
                .map(PlatformHosts::addon)
                .forEach(all::add);
        return all;
    }

    private static Host addon(Addon addon) {
        return Host.pod(addon.name(), addon.namespace(), Map.of("app", addon.name()));
    }

    /** Pods that stand in the charts: those of Deployments, Jobs and tests. */
    private Stream<Host> workloads() {
        Stream<Host> templates = rendered.objects()
                .filter(object -> List.of("Deployment", "Job").contains(RenderedPlatform.kind(object)))
                .map(object -> host(object, object.at("/spec/template/metadata/labels")));
        Stream<Host> tests = rendered.ofKind("Pod").map(object -> host(object, object.at("/metadata/labels")));
        return Stream.concat(templates, tests);
    }

    private static Host host(JsonNode object, JsonNode labels) {
        return Host.pod(
                RenderedPlatform.name(object).replace("messaging-", "rabbitmq-"),
                RenderedPlatform.namespace(object),
                labels(labels));
    }

    private static Map<String, String> labels(JsonNode labels) {
        return labels.propertyStream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /** Pods by the labels that the operators give them, those of the custom resource among them. */
    private Stream<Host> operated() {
        return rendered.objects().flatMap(object -> switch (RenderedPlatform.kind(object)) {
            case "RabbitmqCluster" ->
                Stream.of(operated(
                        "broker",
                        object,
                        Map.of(
                                "app.kubernetes.io/name",
                                RenderedPlatform.name(object),
                                "app.kubernetes.io/component",
                                "rabbitmq",
                                "app.kubernetes.io/part-of",
                                "rabbitmq")));
            case "Redis" ->
                Stream.of(operated(
                        "cache",
                        object,
                        Map.of(
                                "app",
                                RenderedPlatform.name(object),
                                "redis_setup_type",
                                "standalone",
                                "role",
                                "standalone")));
            case "Tenant" ->
                Stream.of(operated("tenant", object, Map.of("v1.min.io/tenant", RenderedPlatform.name(object))));
            default -> Stream.empty();
        });
    }

    private static Host operated(String name, JsonNode object, Map<String, String> own) {
        Map<String, String> labels = new TreeMap<>(labels(object.at("/metadata/labels")));
        labels.putAll(own);
        return Host.pod(name, RenderedPlatform.namespace(object), labels);
    }

    /** Pods that cert-manager runs beside an Ingress for a moment. */
    private Stream<Host> solvers() {
        List<String> issuers = rendered.ofKind("ClusterIssuer")
                .filter(issuer ->
                        issuer.at("/spec/acme/solvers").valueStream().anyMatch(solver -> solver.has("http01")))
                .map(RenderedPlatform::name)
                .toList();
        return rendered.ofKind("Ingress")
                .filter(ingress -> issuers.contains(ingress.path("metadata")
                        .path("annotations")
                        .path("cert-manager.io/cluster-issuer")
                        .asString("")))
                .map(RenderedPlatform::namespace)
                .distinct()
                .map(namespace -> Host.pod(
                        "solver in " + namespace, namespace, Map.of("acme.cert-manager.io/http01-solver", "true")));
    }
}
