package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes in from outside through the edge router.
 *
 * @param platform the environment
 * @param groups its pods
 */
record EdgeConnections(Platform platform, PodGroups groups) {
    /** Container ports of Traefik's entry points, in the chart of k3s and in ours. */
    static final List<PolicyPort> ENTRY_POINTS = PolicyPort.list(8000, 8443);

    private static final int MINIO = 9000;
    private static final int MINIO_CONSOLE = 9090;
    private static final int SOLVER = 8089;
    private static final String CONSOLE_SERVICE = "minio-console";

    Stream<Connection> all() {
        Stream<Connection> entry = groups.edge().stream()
                .filter(PodGroup::isOurs)
                .map(router -> new Connection(Peer.anyone(), Peer.of(router), ENTRY_POINTS));
        return Stream.of(entry, applications(), console(), storage(), solvers()).flatMap(connections -> connections);
    }

    /** Another router than the platform's own may run anywhere. */
    private Peer router() {
        return groups.edge().map(Peer::of).orElseGet(Peer::anyone);
    }

    private Connection to(PodGroup pods, List<PolicyPort> ports) {
        return new Connection(router(), Peer.of(pods), ports);
    }

    private Stream<Connection> applications() {
        return platform.applications().stream()
                .map(application -> to(PodGroup.of(application), routed(application)))
                .filter(connection -> !connection.ports().isEmpty());
    }

    private static List<PolicyPort> routed(Application application) {
        Network network = application.network();
        Stream<Integer> ingresses = network.ingresses().stream()
                .flatMap(ingress -> ingress.rules().stream())
                .map(IngressRule::port);
        Stream<Integer> routes = network.httpRoutes().stream()
                .flatMap(route -> route.rules().stream())
                .map(HttpRule::port);
        List<Integer> offered = Stream.concat(ingresses, routes).toList();
        return network.ports().stream()
                .filter(port -> offered.contains(port.offered()))
                .map(port -> PolicyPort.tcp(port.port()))
                .toList();
    }

    private Stream<Connection> console() {
        return platform.rabbitmq().stream()
                .filter(part -> part.access().console().isPresent())
                .map(part -> to(
                        PodGroups.broker(part), PolicyPort.list(part.cluster().managementPort())));
    }

    private Stream<Connection> storage() {
        return platform.minio().stream()
                .filter(part -> !part.ingresses().isEmpty())
                .map(part -> to(PodGroups.tenant(part), storagePorts(part)));
    }

    private static List<PolicyPort> storagePorts(Minio part) {
        return part.ingresses().stream()
                .flatMap(ingress -> ingress.rules().stream())
                .map(rule -> rule.service().equals(CONSOLE_SERVICE) ? MINIO_CONSOLE : MINIO)
                .distinct()
                .sorted()
                .map(PolicyPort::tcp)
                .toList();
    }

    private Stream<Connection> solvers() {
        return platform.components().stream()
                .filter(this::hasChallenges)
                .map(component -> to(PodGroups.solver(component), PolicyPort.list(SOLVER)));
    }

    /** Whether cert-manager answers HTTP-01 challenges in the namespace of a component. */
    private boolean hasChallenges(Component component) {
        List<String> issuers = platform.traefik().stream()
                .flatMap(traefik -> traefik.issuers().stream())
                .filter(issuer -> issuer.http01().isPresent())
                .map(ClusterIssuer::name)
                .toList();
        return component.ingresses().stream()
                .map(Ingress::clusterIssuer)
                .flatMap(Optional::stream)
                .anyMatch(issuers::contains);
    }
}
