package dev.chartwright.validate;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.chartwright.model.Binding;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.Queue;
import dev.chartwright.model.Topology;
import dev.chartwright.model.Vhost;
import dev.chartwright.problem.Problem;

/** What is declared in the broker names virtual hosts, exchanges and queues that are declared too. */
final class TopologyRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        Place place = subject.place("rabbitmq", "topology");
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> Stream.concat(vhosts(part.topology(), place), bindings(part.topology(), place)))
                .map(gap -> subject.missing(gap.problem(), declared -> declared.is(gap.kind(), gap.name())));
    }

    private static Stream<Gap> vhosts(Topology topology, Place place) {
        List<String> known = declared(topology);
        return Stream.of(
                        topology.exchanges().stream().map(it -> new Use(place, "exchanges", it.name(), it.vhost())),
                        topology.queues().stream().map(it -> new Use(place, "queues", it.name(), it.vhost())),
                        topology.bindings().stream().map(it -> new Use(place, "bindings", it.name(), it.vhost())),
                        topology.permissions().stream().map(it -> new Use(place, "permissions", it.name(), it.vhost())))
                .flatMap(uses -> uses)
                .filter(use -> !known.contains(use.vhost()))
                .map(use -> new Gap(
                        "vhost",
                        use.vhost(),
                        problem(use.place().then(use.list(), use.name(), "vhost"), "vhost", use.vhost(), known)));
    }

    private static Stream<Gap> bindings(Topology topology, Place place) {
        return topology.bindings().stream()
                .flatMap(binding -> binding(topology, binding, place.then("bindings", binding.name())));
    }

    private static Stream<Gap> binding(Topology topology, Binding binding, Place place) {
        List<String> known = declared(topology);
        Predicate<String> sameVhost = vhost -> vhost.equals(binding.vhost())
                || !known.contains(vhost)
                || !known.contains(binding.vhost()); // a wrong vhost is told by itself
        List<String> exchanges = topology.exchanges().stream()
                .filter(exchange -> sameVhost.test(exchange.vhost()))
                .map(Exchange::exchange)
                .toList();
        List<String> queues = topology.queues().stream()
                .filter(queue -> sameVhost.test(queue.vhost()))
                .map(Queue::queue)
                .toList();
        return Stream.concat(
                end(place.then("source"), "exchange", binding.source(), exchanges),
                end(place.then("destination"), "queue", binding.destination(), queues));
    }

    private static List<String> declared(Topology topology) {
        return Stream.concat(topology.vhosts().stream().map(Vhost::vhost), Stream.of("/"))
                .toList();
    }

    private static Stream<Gap> end(Place place, String kind, String name, List<String> known) {
        return known.contains(name)
                ? Stream.empty()
                : Stream.of(new Gap(kind, name, problem(place, kind, name, known)));
    }

    private static Problem problem(Place place, String kind, String wrong, List<String> known) {
        return new Problem(
                place.value(),
                "unknown-" + kind,
                "the topology declares no " + kind + " `" + wrong + "`",
                "the topology operator asks the broker for it by this name and is refused",
                Choice.fix(wrong, known, "declare it in `rabbitmq.topology`"));
    }

    /** What is named and not there. */
    private record Gap(String kind, String name, Problem problem) {}

    private record Use(Place place, String list, String name, String vhost) {}
}
