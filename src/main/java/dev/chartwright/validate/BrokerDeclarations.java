package dev.chartwright.validate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Publication;
import dev.chartwright.model.Topology;

/** Exchanges and queues, and whether an application publishes to them or consumes them. */
final class BrokerDeclarations {
    /** Queue argument that names an exchange: the broker itself publishes to it. */
    private static final String DEAD_LETTERS = "x-dead-letter-exchange";

    private BrokerDeclarations() {}

    static Stream<Declared> of(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> Stream.concat(exchanges(subject, part.topology()), queues(subject, part.topology())));
    }

    private static Stream<Declared> exchanges(Subject subject, Topology topology) {
        Set<String> fed = Stream.concat(
                        needs(subject)
                                .flatMap(needs -> needs.publishes().stream())
                                .map(Publication::exchange),
                        deadLetters(topology))
                .collect(Collectors.toSet());
        Place place = subject.place("rabbitmq", "topology", "exchanges");
        return topology.exchanges().stream()
                .map(exchange -> new Declared(
                        "exchange",
                        exchange.exchange(),
                        place.then(exchange.name()),
                        "no application publishes to it",
                        fed.contains(exchange.exchange()),
                        exchange.unused()));
    }

    private static Stream<String> deadLetters(Topology topology) {
        return topology.queues().stream()
                .flatMap(queue -> queue.arguments().stream())
                .filter(argument -> argument.name().equals(DEAD_LETTERS))
                .flatMap(argument -> argument.value().text().stream());
    }

    private static Stream<Declared> queues(Subject subject, Topology topology) {
        Set<String> read =
                needs(subject).flatMap(needs -> needs.consumes().stream()).collect(Collectors.toSet());
        Place place = subject.place("rabbitmq", "topology", "queues");
        return topology.queues().stream()
                .map(queue -> new Declared(
                        "queue",
                        queue.queue(),
                        place.then(queue.name()),
                        "no application consumes it",
                        read.contains(queue.queue()),
                        queue.unused()));
    }

    private static Stream<MessagingNeeds> needs(Subject subject) {
        return subject.applications().flatMap(application -> application.network().needs().rabbitmq().stream());
    }
}
