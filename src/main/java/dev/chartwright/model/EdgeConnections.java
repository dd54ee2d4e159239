package dev.chartwright.model;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What comes in from outside through the edge router.
 *
 * @param platform the environment
 * @param groups its pods
 */
record EdgeConnections(Platform platform, PodGroups groups) {
    private static final int SOLVER = 8089;

    Stream<Connection> all() {
        Stream<Connection> entry = groups.edge().stream()
                .filter(edge -> edge.pods().isOurs())
                .map(edge -> new Connection(Peer.anyone(), Peer.of(edge.pods()), edge.ports()));
        return Stream.of(entry, applications(), parts(), solvers()).flatMap(connections -> connections);
    }

    /** Another router than the platform's own may run anywhere. */
    private Peer router() {
        return groups.edge().map(Facets.Edge::pods).map(Peer::of).orElseGet(Peer::anyone);
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

    /** What Ingresses of the parts lead to: ports of Services, and of the pods behind them. */
    private Stream<Connection> parts() {
        return platform.facets().stream().flatMap(part -> {
            List<IngressRule> rules = platform.component(part).ingresses().stream()
                    .flatMap(ingress -> ingress.rules().stream())
                    .toList();
            Map<PodGroup, List<PolicyPort>> open = new LinkedHashMap<>();
            part.services()
                    .forEach(service -> open.merge(service.pods(), routed(service, rules), EdgeConnections::union));
            return open.entrySet().stream()
                    .filter(pods -> !pods.getValue().isEmpty())
                    .map(pods -> to(pods.getKey(), pods.getValue()));
        });
    }

    private static List<PolicyPort> routed(OfferedService service, List<IngressRule> rules) {
        return service.ports().stream()
                .filter(port -> rules.stream()
                        .anyMatch(rule -> rule.service().equals(service.name()) && rule.port() == port.number()))
                .flatMap(port -> port.target().stream())
                .toList();
    }

    private static List<PolicyPort> union(List<PolicyPort> some, List<PolicyPort> more) {
        return Stream.concat(some.stream(), more.stream())
                .distinct()
                .sorted(Comparator.comparing(PolicyPort::port))
                .toList();
    }

    private Stream<Connection> solvers() {
        return platform.components().stream()
                .filter(this::hasChallenges)
                .map(component -> to(PodGroup.solver(component), PolicyPort.list(SOLVER)));
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
