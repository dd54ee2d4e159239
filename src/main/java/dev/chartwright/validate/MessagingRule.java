package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Publication;
import dev.chartwright.model.Queue;
import dev.chartwright.model.Topology;
import dev.chartwright.problem.Problem;

/** Applications publish to exchanges that lead somewhere, and consume queues that exist. */
final class MessagingRule implements Rule {
    private static final String WHY = "the broker closes the channel of a program that names what it does not have";

    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> subject.applications()
                        .flatMap(application -> check(subject, application, part.topology()).stream()));
    }

    private static List<Problem> check(Subject subject, Application application, Topology topology) {
        List<Problem> problems = new ArrayList<>();
        Place place = subject.place(application).then("network", "needs", "rabbitmq");
        application.network().needs().rabbitmq().ifPresent(needs -> {
            publishes(place.then("publishes"), needs, topology, problems);
            consumes(place.then("consumes"), needs, topology, problems);
        });
        return problems;
    }

    private static void publishes(Place place, MessagingNeeds needs, Topology topology, List<Problem> problems) {
        List<String> exchanges =
                topology.exchanges().stream().map(Exchange::exchange).toList();
        for (int index = 0; index < needs.publishes().size(); index++) {
            Publication publication = needs.publishes().get(index);
            Place at = place.then(index);
            if (!exchanges.contains(publication.exchange())) {
                problems.add(unknown(at.then("exchange"), "exchange", publication.exchange(), exchanges));
            } else if (isLost(publication, topology)) {
                problems.add(lost(at.then("routingKey"), publication));
            }
        }
    }

    private static void consumes(Place place, MessagingNeeds needs, Topology topology, List<Problem> problems) {
        List<String> queues = topology.queues().stream().map(Queue::queue).toList();
        for (int index = 0; index < needs.consumes().size(); index++) {
            String queue = needs.consumes().get(index);
            if (!queues.contains(queue)) {
                problems.add(unknown(place.then(index), "queue", queue, queues));
            } else if (topology.bindings().stream()
                    .noneMatch(binding -> binding.destination().equals(queue))) {
                problems.add(unfed(place.then(index), queue));
            }
        }
    }

    /** Only a direct exchange compares keys letter by letter. */
    private static boolean isLost(Publication publication, Topology topology) {
        boolean direct = topology.exchanges().stream()
                .anyMatch(exchange -> exchange.exchange().equals(publication.exchange())
                        && exchange.type().equals("direct"));
        return direct
                && topology.bindings().stream()
                        .noneMatch(binding -> binding.source().equals(publication.exchange())
                                && binding.routingKey().equals(publication.routingKey()));
    }

    private static Problem unknown(Place place, String kind, String wrong, List<String> known) {
        return new Problem(
                place.value(),
                "unknown-" + kind,
                "`rabbitmq.topology` declares no " + kind + " `" + wrong + "`",
                WHY,
                Choice.fix(wrong, known, "declare it in `rabbitmq.topology`"));
    }

    private static Problem unfed(Place place, String queue) {
        return new Problem(
                place.value(),
                "unfed-queue",
                "no binding leads to queue `" + queue + "`",
                "a message comes to a queue through a binding of an exchange, so this one stays empty",
                "add a binding to `rabbitmq.topology.bindings`, or do not consume the queue");
    }

    private static Problem lost(Place place, Publication publication) {
        return new Problem(
                place.value(),
                "unrouted-message",
                "no binding of exchange `" + publication.exchange() + "` has the key `" + publication.routingKey()
                        + "`",
                "a direct exchange drops a message whose key no binding has",
                "add a binding with this key, or write the key of one");
    }
}
