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
    Stream<Connection> all() {
        return platform.applications().stream().flatMap(this::of);
    }

    private Stream<Connection> of(Application application) {
        PodGroup pods = PodGroup.of(application);
        Needs needs = application.network().needs();
        Stream<Connection> parts = platform.facets().stream()
                .flatMap(part -> part.openings().stream())
                .filter(opening -> opening.application().equals(application.name()))
                .map(opening -> Connection.of(pods, opening.to(), opening.ports()));
        Stream<Connection> others = platform.applications().stream()
                .filter(other -> needs.applications().contains(other.name()))
                .map(other -> Connection.of(pods, PodGroup.of(other), ports(other)));
        Stream<Connection> outside =
                needs.outside().stream().filter(host -> !host.ports().isEmpty()).flatMap(host -> outside(pods, host));
        return Stream.of(parts, others, outside).flatMap(connections -> connections);
    }

    /** What `helm test` asks of them. */
    Stream<Connection> tests() {
        return platform.applications().stream()
                .filter(application -> application.network().service().isPresent())
                .map(application -> Connection.of(
                        PodGroup.test(application.name(), application.namespace()),
                        PodGroup.of(application),
                        ports(application)));
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
                ? groups.edge().stream().map(router -> Connection.of(pods, router.pods(), router.ports()))
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
