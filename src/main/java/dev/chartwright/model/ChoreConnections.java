package dev.chartwright.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What `helm test` and the job before an uninstall need.
 *
 * @param platform the environment
 */
record ChoreConnections(Platform platform) {
    private static final int REDIS = 6379;
    private static final int POSTGRES = 5432;
    private static final int MINIO = 9000;

    Stream<Connection> tests() {
        Stream<Connection> applications = platform.applications().stream()
                .filter(application -> application.network().service().isPresent())
                .map(application ->
                        test(application, PodGroup.of(application), ApplicationConnections.ports(application)));
        Stream<Connection> traefik = platform.traefik().stream()
                .filter(part -> !part.isK3s())
                .map(part -> test(part, PodGroup.of(part), EdgeConnections.ENTRY_POINTS));
        Stream<Connection> rabbitmq = platform.rabbitmq().stream()
                .map(part -> test(
                        part,
                        PodGroups.broker(part),
                        PolicyPort.list(part.cluster().amqpPort())));
        Stream<Connection> redis =
                platform.redis().stream().map(part -> test(part, PodGroups.cache(part), PolicyPort.list(REDIS)));
        Stream<Connection> minio =
                platform.minio().stream().map(part -> test(part, PodGroups.tenant(part), PolicyPort.list(MINIO)));
        Stream<Connection> postgres =
                platform.postgres().stream().map(part -> test(part, PodGroup.of(part), PolicyPort.list(POSTGRES)));
        return Stream.of(applications, traefik, rabbitmq, redis, minio, postgres)
                .flatMap(connections -> connections);
    }

    private static Connection test(Component component, PodGroup pods, List<PolicyPort> ports) {
        return Connection.of(PodGroup.test(component), pods, ports);
    }

    /** Pods that delete custom resources. */
    List<PodGroup> cleanups() {
        return Stream.of(platform.rabbitmq(), platform.redis(), platform.minio())
                .flatMap(part -> part.stream())
                .map(Component.class::cast)
                .map(PodGroup::cleanup)
                .toList();
    }
}
