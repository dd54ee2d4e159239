package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** Pods of one workload do not all go with one node. */
final class SpreadPolicy implements Policy {
    private static final String CHECK = "no-anti-affinity";
    /** A DaemonSet has one pod on each node by itself; kinds of operators are told apart by what they say. */
    private static final Set<String> SCALED =
            Set.of("Deployment", "StatefulSet", "ReplicaSet", OperatedTemplates.BROKER, OperatedTemplates.TENANT);

    private static final Set<String> PLACES = Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return OperatedTemplates.andRendered(release.objects())
                .filter(pod -> SCALED.contains(pod.owner().kind()))
                .filter(pod -> Replicas.of(pod.owner(), release.objects()).most() > 1)
                .filter(pod -> !spreads(pod))
                .map(pod -> Finding.of(
                        pod,
                        CHECK,
                        new Breach(
                                pod.place(),
                                "it has several pods, and nothing keeps them off one node",
                                "add `topologySpreadConstraints` or `affinity.podAntiAffinity` that select its own pods, by `kubernetes.io/hostname`"),
                        "replicas are there so that the loss of a node takes some of the pods, not all"));
    }

    private static boolean spreads(PodTemplate pod) {
        JsonNode apart = pod.spec().at("/affinity/podAntiAffinity");
        Stream<JsonNode> preferred = apart.path("preferredDuringSchedulingIgnoredDuringExecution")
                .valueStream()
                .map(term -> term.path("podAffinityTerm"));
        Stream<JsonNode> required =
                apart.path("requiredDuringSchedulingIgnoredDuringExecution").valueStream();
        Stream<JsonNode> spread = pod.spec().path("topologySpreadConstraints").valueStream();
        return Stream.of(preferred, required, spread)
                .flatMap(terms -> terms)
                .filter(term -> PLACES.contains(term.path("topologyKey").asString("")))
                .anyMatch(term -> selects(term.path("labelSelector"), pod));
    }

    private static boolean selects(JsonNode selector, PodTemplate pod) {
        JsonNode labels = selector.path("matchLabels");
        return !labels.isEmpty()
                && (pod.has(labels) || OperatedPods.of(pod.owner()).anyMatch(made -> made.has(labels)));
    }
}
