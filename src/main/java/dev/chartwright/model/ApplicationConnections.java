package dev.chartwright.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What applications need, as connections.
 *
 * @param platform the environment
 * @param groups its pods
 */
record ApplicationConnections(Platform platform, PodGroups groups) {
    private static final int REDIS = 6379;
    private static final int POSTGRES = 5432;
    private static final int MINIO = 9000;

    Stream<Connection> all() {
        return platform.applications().stream().flatMap(this::of);
    }

    private Stream<Connection> of(Application application) {
        PodGroup pods = PodGroup.of(application);
        Needs needs = application.network().needs();
        Stream<Connection> parts = Stream.of(
                        broker(pods, needs), cache(pods, needs), database(pods, needs), storage(pods, needs))
                .flatMap(connections -> connections);
        Stream<Connection> others = platform.applications().stream()
                .filter(other -> needs.applications().contains(other.name()))
                .map(other -> Connection.of(pods, PodGroup.of(other), ports(other)));
        Stream<Connection> outside =
                needs.outside().stream().filter(host -> !host.ports().isEmpty()).flatMap(host -> outside(pods, host));
        return Stream.of(parts, others, outside).flatMap(connections -> connections);
    }

    private Stream<Connection> broker(PodGroup pods, Needs needs) {
        return platform.rabbitmq().stream()
                .flatMap(part -> needs.rabbitmq().stream()
                        .map(need -> Connection.of(pods, PodGroups.broker(part), ports(part.cluster(), need))));
    }

    private static List<PolicyPort> ports(RabbitmqCluster cluster, MessagingNeeds need) {
        return need.managementApi()
                ? PolicyPort.list(cluster.amqpPort(), cluster.managementPort())
                : PolicyPort.list(cluster.amqpPort());
    }

    private Stream<Connection> cache(PodGroup pods, Needs needs) {
        return platform.redis().stream()
                .filter(part -> needs.redis())
                .map(part -> Connection.of(pods, PodGroups.cache(part), PolicyPort.list(REDIS)));
    }

    private Stream<Connection> database(PodGroup pods, Needs needs) {
        return platform.postgres().stream()
                .filter(part -> needs.database())
                .map(part -> Connection.of(pods, PodGroup.of(part), PolicyPort.list(POSTGRES)));
    }

    private Stream<Connection> storage(PodGroup pods, Needs needs) {
        return platform.minio().stream()
                .filter(part -> !needs.objectStorage().isEmpty())
                .map(part -> Connection.of(pods, PodGroups.tenant(part), PolicyPort.list(MINIO)));
    }

    /** What a Service of theirs offers, at the ports of the containers. */
    static List<PolicyPort> ports(Application application) {
        return application.network().ports().stream()
                .map(port -> PolicyPort.tcp(port.port()))
                .toList();
    }

    /**
     * A host that the platform itself routes is reached through its edge router: the node turns such packets to the
     * router's pods before any policy sees them.
     */
    private Stream<Connection> outside(PodGroup pods, OutsideHost host) {
        List<PolicyPort> ports = host.ports().stream().map(PolicyPort::tcp).toList();
        Peer peer = host.namespace(platform.clusterDomain())
                .map(Peer::namespace)
                .orElseGet(() -> Peer.outside(podNetworks()));
        Stream<Connection> direct = Stream.of(new Connection(Peer.of(pods), peer, ports));
        Stream<Connection> edge = isRouted(host)
                ? groups.edge().stream().map(router -> Connection.of(pods, router, EdgeConnections.ENTRY_POINTS))
                : Stream.empty();
        return Stream.concat(direct, edge);
    }

    private List<String> podNetworks() {
        return platform.cluster().nodes().map(Nodes::podNetworks).orElse(List.of());
    }

    private boolean isRouted(OutsideHost outside) {
        return platform.components().stream()
                .flatMap(component -> component.publicRoutes().stream())
                .anyMatch(route -> outside.covers(route.host()));
    }
}
