package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pods of a platform by the labels that the charts and the operators give them.
 *
 * @param platform whose pods
 */
record PodGroups(Platform platform) {
    /** The label is that of every CoreDNS and kube-dns. */
    static final PodGroup DNS = PodGroup.foreign("dns", "kube-system", new Entry("k8s-app", "kube-dns"));

    private static final String NAME = "app.kubernetes.io/name";
    private static final String K3S_TRAEFIK = "traefik";

    /** Whoever hands requests from outside to the platform; nobody is known where the platform has no edge router. */
    Optional<PodGroup> edge() {
        return platform.traefik()
                .map(traefik -> traefik.isK3s()
                        ? PodGroup.foreign(traefik.name(), traefik.namespace(), new Entry(NAME, K3S_TRAEFIK))
                        : PodGroup.of(traefik));
    }

    /** The operator's own labels of a broker. */
    static PodGroup broker(Rabbitmq part) {
        return PodGroup.inNamespaceOf(
                part,
                part.name() + "-broker",
                new Entry(NAME, part.cluster().name()),
                new Entry("app.kubernetes.io/component", "rabbitmq"));
    }

    static PodGroup clusterOperator(Rabbitmq part) {
        return PodGroup.of(part, part.clusterOperator(), "clusterOperator", "cluster-operator");
    }

    static PodGroup topologyOperator(Rabbitmq part) {
        return PodGroup.of(part, part.topologyOperator(), "topologyOperator", "topology-operator");
    }

    /** The operator's own labels of a standalone Redis. */
    static PodGroup cache(Redis part) {
        return PodGroup.inNamespaceOf(
                part,
                part.name() + "-cache",
                new Entry("app", part.instance().name()),
                new Entry("redis_setup_type", "standalone"));
    }

    static PodGroup operator(Redis part) {
        return PodGroup.of(part, part.operator(), "operator", "operator");
    }

    /** The operator's own label of a Tenant's servers. */
    static PodGroup tenant(Minio part) {
        return PodGroup.inNamespaceOf(
                part,
                part.name() + "-tenant",
                new Entry("v1.min.io/tenant", part.tenant().name()));
    }

    static PodGroup operator(Minio part) {
        return PodGroup.of(part, part.operator(), "operator", "operator");
    }

    /** Pods that cert-manager runs for the moment of an HTTP-01 challenge. */
    static PodGroup solver(Component component) {
        return PodGroup.inNamespaceOf(
                component,
                component.name() + "-http01-solver",
                new Entry("acme.cert-manager.io/http01-solver", "true"));
    }

    /** Pods that operators make, with labels of their own. */
    List<PodGroup> operated() {
        return Stream.of(
                        platform.rabbitmq().map(PodGroups::broker),
                        platform.redis().map(PodGroups::cache),
                        platform.minio().map(PodGroups::tenant))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Operators; each leaves the lease by which it led. */
    List<PodGroup> operators() {
        Stream<PodGroup> rabbitmq =
                platform.rabbitmq().stream().flatMap(part -> Stream.of(clusterOperator(part), topologyOperator(part)));
        Stream<PodGroup> others = Stream.of(
                        platform.redis().map(PodGroups::operator),
                        platform.minio().map(PodGroups::operator))
                .flatMap(Optional::stream);
        return Stream.concat(rabbitmq, others).toList();
    }

    /** Every group that runs for longer than a chore. */
    List<PodGroup> lasting() {
        Stream<PodGroup> applications = platform.applications().stream().map(PodGroup::of);
        Stream<PodGroup> edge = edge().stream().filter(PodGroup::isOurs);
        Stream<PodGroup> rabbitmq = platform.rabbitmq().stream()
                .flatMap(part -> Stream.of(broker(part), clusterOperator(part), topologyOperator(part)));
        Stream<PodGroup> redis = platform.redis().stream().flatMap(part -> Stream.of(cache(part), operator(part)));
        Stream<PodGroup> minio = platform.minio().stream().flatMap(part -> Stream.of(tenant(part), operator(part)));
        Stream<PodGroup> postgres = platform.postgres().stream().map(PodGroup::of);
        return Stream.of(applications, edge, rabbitmq, redis, minio, postgres)
                .flatMap(groups -> groups)
                .toList();
    }
}
