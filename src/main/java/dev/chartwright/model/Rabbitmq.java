package dev.chartwright.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The message broker: both operators, the cluster and its topology.
 *
 * @param name chart name
 * @param namespace namespace of the cluster and its topology
 * @param clusterOperator the RabbitMQ cluster operator
 * @param topologyOperator the messaging topology operator
 * @param cluster the RabbitmqCluster
 * @param topology what is declared in it
 * @param access how people and monitoring reach it
 * @param secrets Secrets in the namespace
 */
public record Rabbitmq(
        String name,
        String namespace,
        Operator clusterOperator,
        Operator topologyOperator,
        RabbitmqCluster cluster,
        Topology topology,
        RabbitmqAccess access,
        List<Secret> secrets)
        implements Component {
    private static final String GROUP = "rabbitmq.com";
    private static final List<String> TOPOLOGY = List.of(
            "bindings",
            "permissions",
            "topicpermissions",
            "policies",
            "operatorpolicies",
            "federations",
            "shovels",
            "schemareplications",
            "superstreams",
            "queues",
            "exchanges",
            "users",
            "vhosts");

    /** Users whose name and password an application reads, from a mirror of their Secret or from the same values. */
    public List<RabbitmqUser> accountsOf(Application application) {
        return topology.users().stream()
                .filter(user -> application.data().secrets().stream().anyMatch(secret -> isAccount(secret, user)))
                .toList();
    }

    private boolean isAccount(Secret secret, RabbitmqUser user) {
        return Stream.concat(
                        secret.reflected().stream()
                                .filter(mirror -> mirror.namespace().equals(namespace))
                                .map(Reflected::secret),
                        secret.supplied().flatMap(Supplied::from).stream()
                                .filter(source -> source.component().equals(name))
                                .map(SecretReference::secret))
                .anyMatch(user.secret()::equals);
    }

    @Override
    public String description() {
        return "RabbitMQ with its cluster operator, messaging topology operator and declared topology";
    }

    @Override
    public String appVersion() {
        return cluster.image().tag();
    }

    /** The topology operator from 1.20 on sees only Secrets with this label. */
    @Override
    public List<Entry> secretLabels() {
        return List.of(new Entry("rabbitmq.com/topology-operator", "true"));
    }

    /** Both operators' namespaces, each once. */
    public List<String> operatorNamespaces() {
        return Stream.of(clusterOperator.namespace(), topologyOperator.namespace())
                .distinct()
                .toList();
    }

    /**
     * The topology operator takes its finalizers off once there is no RabbitmqCluster; while there is one it asks the
     * broker, which may be the very thing that does not answer.
     */
    public Cleanup cleanup() {
        return new Cleanup(List.of(
                new CleanupStep("broker", 0, GROUP, List.of("rabbitmqclusters")),
                new CleanupStep("topology", 1, GROUP, TOPOLOGY)));
    }

    @Override
    public List<Ingress> ingresses() {
        return access.console().stream().toList();
    }

    @Override
    public boolean hasIssuedCertificates() {
        return cluster.tls().isPresent() || Component.super.hasIssuedCertificates();
    }

    @Override
    public List<PublicRoute> publicRoutes() {
        return access.console().map(Ingress::publicRoutes).orElse(List.of());
    }
}
