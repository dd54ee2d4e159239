package dev.chartwright.validate;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Binding;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Publication;
import dev.chartwright.model.Queue;
import dev.chartwright.model.Rabbitmq;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.model.Topology;

/** What is declared in the broker, and whether an application or another declaration uses it. */
final class BrokerDeclarations {
    /** Queue argument that names an exchange: the broker itself publishes to it. */
    private static final String DEAD_LETTERS = "x-dead-letter-exchange";

    private BrokerDeclarations() {}

    static Stream<Declared> of(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> Stream.of(
                                exchanges(subject, part.topology()),
                                queues(subject, part.topology()),
                                vhosts(subject, part.topology()),
                                users(subject, part))
                        .flatMap(all -> all));
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

    /** A virtual host without anything in it lets nobody in, so there is no reason for one. */
    private static Stream<Declared> vhosts(Subject subject, Topology topology) {
        Set<String> named = Stream.of(
                        topology.exchanges().stream().map(Exchange::vhost),
                        topology.queues().stream().map(Queue::vhost),
                        topology.bindings().stream().map(Binding::vhost),
                        topology.permissions().stream().map(RabbitmqPermission::vhost))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Place place = subject.place("rabbitmq", "topology", "vhosts");
        return topology.vhosts().stream()
                .map(vhost -> new Declared(
                        "vhost",
                        vhost.vhost(),
                        place.then(vhost.name()),
                        "no exchange, queue, binding or permission names it",
                        named.contains(vhost.vhost()),
                        Optional.empty(),
                        "remove it, or give a user a permission in it"));
    }

    private static Stream<Declared> users(Subject subject, Rabbitmq part) {
        Set<String> permitted = part.topology().permissions().stream()
                .map(RabbitmqPermission::user)
                .collect(Collectors.toSet());
        Place place = subject.place("rabbitmq", "topology", "users");
        return part.topology().users().stream()
                .map(user -> new Declared(
                        "user",
                        user.name(),
                        place.then(user.name()),
                        "it has neither permission nor tag",
                        user.hasTags() || permitted.contains(user.name()),
                        user.unused()));
    }

    private static Stream<MessagingNeeds> needs(Subject subject) {
        return subject.applications().flatMap(application -> application.network().needs().rabbitmq().stream());
    }
}
