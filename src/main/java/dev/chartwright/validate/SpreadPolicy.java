package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import dev.chartwright.model.CustomPods;
import tools.jackson.databind.JsonNode;

/** Pods of one workload do not all go with one node, and a node that is lost does not keep others from starting. */
final class SpreadPolicy implements Policy {
    private static final String CHECK = "no-anti-affinity";
    private static final String LOST = "counted-taints";
    /** A DaemonSet has one pod on each node by itself. */
    private static final Set<String> SCALED = Set.of("Deployment", "StatefulSet", "ReplicaSet");

    private static final Set<String> PLACES = Set.of("kubernetes.io/hostname", "topology.kubernetes.io/zone");

    @Override
    public List<String> checks() {
        return List.of(CHECK, LOST);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return OperatedTemplates.andRendered(release)
                .filter(pod -> isScaled(pod.owner(), release))
                .flatMap(pod -> Stream.concat(together(pod, release), pending(pod)));
    }

    private static boolean isScaled(RenderedObject owner, Release release) {
        return SCALED.contains(owner.kind())
                || release.kind(owner)
                        .flatMap(CustomKind::pods)
                        .flatMap(CustomPods::replicas)
                        .isPresent();
    }

    private static Stream<Finding> together(PodTemplate pod, Release release) {
        return Stream.of(pod)
                .filter(some -> Replicas.of(some.owner(), release.objects()).most() > 1)
                .filter(some -> !spreads(some, release))
                .map(some -> Finding.of(
                        some,
                        CHECK,
                        new Breach(
                                some.place(),
                                "it has several pods, and nothing keeps them off one node",
                                "add `topologySpreadConstraints` or `affinity.podAntiAffinity` that select its own pods, by `kubernetes.io/hostname`"),
                        "replicas are there so that the loss of a node takes some of the pods, not all"));
    }

    private static Stream<Finding> pending(PodTemplate pod) {
        return Element.each(
                        pod.spec().path("topologySpreadConstraints"),
                        pod.place().then("topologySpreadConstraints"))
                .filter(term ->
                        term.root().path("whenUnsatisfiable").asString("").equals("DoNotSchedule"))
                .filter(term ->
                        !term.root().path("nodeTaintsPolicy").asString("").equals("Honor"))
                .map(term -> Finding.of(
                        pod,
                        LOST,
                        new Breach(
                                term.place().then("nodeTaintsPolicy"),
                                "its spread counts nodes that take no pods",
                                "write `nodeTaintsPolicy: Honor`"),
                        "a lost node stays empty, and as long as it counts no pod starts on a node that has more"));
    }

    private static boolean spreads(PodTemplate pod, Release release) {
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
                .anyMatch(term -> selects(term.path("labelSelector"), pod, release));
    }

    private static boolean selects(JsonNode selector, PodTemplate pod, Release release) {
        JsonNode labels = selector.path("matchLabels");
        return !labels.isEmpty()
                && (pod.has(labels) || OperatedPods.of(pod.owner(), release).anyMatch(made -> made.has(labels)));
    }
}
