package dev.chartwright.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What operators do with what they manage, servers among themselves, and Prometheus.
 *
 * @param platform the environment
 */
record PartConnections(Platform platform) {
    private static final int REDIS = 6379;
    private static final int MINIO = 9000;
    private static final int MINIO_OPERATOR = 4221;
    private static final int METRICS = 15_692;
    private static final int METRICS_TLS = 15_691;

    /** Port mapper, distribution and command line tools (rabbitmq.com, "Networking"). */
    private static final List<PolicyPort> BROKER_NODES =
            List.of(PolicyPort.tcp(4369), PolicyPort.tcp(25_672), PolicyPort.range(35_672, 35_682));

    Stream<Connection> all() {
        return Stream.of(rabbitmq(), redis(), minio()).flatMap(connections -> connections);
    }

    /** One operator asks each node whether it may stop, the other declares the topology. */
    private Stream<Connection> rabbitmq() {
        return platform.rabbitmq().stream().flatMap(part -> {
            PodGroup broker = PodGroups.broker(part);
            Stream<Connection> operators = Stream.of(PodGroups.clusterOperator(part), PodGroups.topologyOperator(part))
                    .map(operator -> Connection.of(
                            operator, broker, PolicyPort.list(part.cluster().managementPort())));
            Stream<Connection> nodes = Stream.of(Connection.of(broker, broker, BROKER_NODES));
            return Stream.of(operators, nodes, prometheus(part, broker)).flatMap(connections -> connections);
        });
    }

    private Stream<Connection> prometheus(Rabbitmq part, PodGroup broker) {
        int port = part.cluster().tls().isPresent() ? METRICS_TLS : METRICS;
        return part.access().monitor().stream()
                .flatMap(monitor -> platform.cluster().addons().stream())
                .filter(addon -> addon.name().equals("prometheus-operator"))
                .map(addon ->
                        new Connection(Peer.namespace(addon.namespace()), Peer.of(broker), PolicyPort.list(port)));
    }

    /** The operator asks a Redis how it is. */
    private Stream<Connection> redis() {
        return platform.redis().stream()
                .map(part -> Connection.of(PodGroups.operator(part), PodGroups.cache(part), PolicyPort.list(REDIS)));
    }

    /** The operator makes users and buckets; servers speak with each other and fetch a newer version from it. */
    private Stream<Connection> minio() {
        return platform.minio().stream().flatMap(part -> {
            PodGroup tenant = PodGroups.tenant(part);
            PodGroup operator = PodGroups.operator(part);
            return Stream.of(
                    Connection.of(operator, tenant, PolicyPort.list(MINIO)),
                    Connection.of(tenant, tenant, PolicyPort.list(MINIO)),
                    Connection.of(tenant, operator, PolicyPort.list(MINIO_OPERATOR)));
        });
    }
}
