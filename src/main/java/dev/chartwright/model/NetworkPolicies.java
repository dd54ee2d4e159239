package dev.chartwright.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Everything that pods of a platform may say to each other, from what its parts declare; all else is denied.
 *
 * @param connections every way that is open, in the order of the model
 * @param guarded whom a policy is made for
 */
record NetworkPolicies(List<Connection> connections, List<PodGroup> guarded) {
    private static final List<PolicyPort> DNS = List.of(PolicyPort.DNS_UDP, PolicyPort.tcp(53));

    static List<NetworkPolicy> of(Platform platform) {
        PodGroups groups = new PodGroups(platform);
        List<Connection> declared = declared(platform, groups);
        Stream<PodGroup> named = declared.stream()
                .flatMap(connection -> Stream.of(connection.from(), connection.to()))
                .flatMap(peer -> peer.pods().stream())
                .filter(PodGroup::isOurs);
        List<PodGroup> guarded = Stream.of(groups.lasting().stream(), named, groups.cleanups().stream())
                .flatMap(pods -> pods)
                .distinct()
                .toList();
        Stream<Connection> names = guarded.stream().map(pods -> Connection.of(pods, PodGroups.DNS, DNS));
        List<PolicyPort> apiServer = platform.cluster().apiServerPorts().stream()
                .map(PolicyPort::tcp)
                .toList();
        Stream<Connection> api = groups.rights().map(pods -> new Connection(Peer.of(pods), Peer.anyone(), apiServer));
        List<Connection> all = Stream.of(names, declared.stream(), api)
                .flatMap(connections -> connections)
                .distinct()
                .toList();
        return new NetworkPolicies(all, guarded).policies();
    }

    private static List<Connection> declared(Platform platform, PodGroups groups) {
        ApplicationConnections applications = new ApplicationConnections(platform, groups);
        return Stream.of(
                        new EdgeConnections(platform, groups).all(),
                        applications.all(),
                        platform.facets().stream().flatMap(part -> part.connections().stream()),
                        applications.tests(),
                        platform.facets().stream().flatMap(part -> part.test().stream()))
                .flatMap(connections -> connections)
                .toList();
    }

    private List<NetworkPolicy> policies() {
        return guarded.stream()
                .map(pods -> new NetworkPolicy(
                        pods.name(),
                        pods,
                        rules(connection -> connection.to().is(pods), Connection::from),
                        rules(connection -> connection.from().is(pods), Connection::to)))
                .toList();
    }

    private List<TrafficRule> rules(Predicate<Connection> mine, Function<Connection, Peer> other) {
        Map<Peer, List<PolicyPort>> ports = new LinkedHashMap<>();
        connections.stream()
                .filter(mine)
                .forEach(
                        connection -> ports.merge(other.apply(connection), connection.ports(), NetworkPolicies::union));
        return TrafficRule.of(ports);
    }

    private static List<PolicyPort> union(List<PolicyPort> some, List<PolicyPort> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
