package dev.chartwright.validate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Load;
import dev.chartwright.model.NodePool;
import dev.chartwright.model.Nodes;
import dev.chartwright.model.Quantity;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Where the values say what the nodes have, each pod fits on one, and all pods fit on all. */
final class CapacityRule implements Rule {
    private static final String CODE = "over-capacity";
    private static final int NAMED = 3;

    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().cluster().nodes().stream()
                .flatMap(
                        nodes -> Stream.of(NodeResource.values()).flatMap(resource -> check(subject, nodes, resource)));
    }

    /** What one pool does not say is not known of the cluster. */
    private static Stream<Problem> check(Subject subject, Nodes nodes, NodeResource resource) {
        List<Room> rooms = nodes.pools().stream()
                .flatMap(pool -> resource.of(pool).map(each -> new Room(pool, each)).stream())
                .toList();
        if (rooms.isEmpty() || rooms.size() < nodes.pools().size()) {
            return Stream.empty();
        }
        List<Load> loads = Load.of(subject.platform());
        List<Problem> tooLarge = loads.stream()
                .flatMap(load -> alone(subject, resource, load, rooms))
                .toList();
        return tooLarge.isEmpty() ? together(subject, resource, loads, rooms).stream() : tooLarge.stream();
    }

    private static Stream<Problem> alone(Subject subject, NodeResource resource, Load load, List<Room> rooms) {
        Quantity wanted = resource.of(load.requests());
        Quantity largest =
                rooms.stream().map(Room::each).max(Comparator.naturalOrder()).orElseThrow();
        if (wanted.compareTo(largest) <= 0) {
            return Stream.empty();
        }
        return Stream.of(new Problem(
                subject.place(load.keys().toArray(String[]::new))
                        .then("requests", resource.key())
                        .value(),
                CODE,
                "a pod of " + Quote.of(load.part()) + " requests " + resource.words(wanted)
                        + ", and no node has more than " + resource.number(largest),
                "a pod runs on one node that has all of it free; `cluster.nodes.pools` says what each node has",
                "request at most " + resource.number(largest) + ", or add larger nodes to `cluster.nodes.pools`"));
    }

    private static Optional<Problem> together(
            Subject subject, NodeResource resource, List<Load> loads, List<Room> rooms) {
        Quantity wanted =
                loads.stream().map(load -> resource.of(load.allRequests())).reduce(Quantity.NONE, Quantity::plus);
        Quantity offered = rooms.stream().map(Room::all).reduce(Quantity.NONE, Quantity::plus);
        if (wanted.compareTo(offered) <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Problem(
                subject.place("cluster", "nodes", "pools").key(),
                CODE,
                "all pods together request " + resource.words(wanted) + ", and the nodes have "
                        + resource.number(offered),
                "pods that find no room stay Pending; most is requested by " + largest(resource, loads),
                "lower requests or replicas, or add nodes to `cluster.nodes.pools`"));
    }

    private static String largest(NodeResource resource, List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparing((Load load) -> resource.of(load.allRequests()))
                        .reversed())
                .limit(NAMED)
                .map(load -> Quote.of(load.part()) + " (" + load.pods() + " × "
                        + resource.number(resource.of(load.requests())) + ")")
                .collect(Collectors.joining(", "));
    }

    /** What each machine of a pool has. */
    private record Room(NodePool pool, Quantity each) {
        Quantity all() {
            return each.times(pool.count());
        }
    }
}
