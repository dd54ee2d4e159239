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
        application
                .network()
                .needs()
                .rabbitmq()
                .map(needs -> new Use(subject, place, needs, topology))
                .ifPresent(use -> {
                    publishes(use, problems);
                    consumes(use, problems);
                });
        return problems;
    }

    private static void publishes(Use use, List<Problem> problems) {
        List<String> exchanges =
                use.topology().exchanges().stream().map(Exchange::exchange).toList();
        for (int index = 0; index < use.needs().publishes().size(); index++) {
            Publication publication = use.needs().publishes().get(index);
            Place at = use.place().then("publishes").then(index);
            if (!exchanges.contains(publication.exchange())) {
                problems.add(unknown(
                        use.subject(), at.then("exchange"), publication.exchange(), new Known("exchange", exchanges)));
            } else if (isLost(publication, use.topology())) {
                problems.add(lost(at.then("routingKey"), publication));
            }
        }
    }

    private static void consumes(Use use, List<Problem> problems) {
        List<String> queues = use.topology().queues().stream().map(Queue::queue).toList();
        for (int index = 0; index < use.needs().consumes().size(); index++) {
            String queue = use.needs().consumes().get(index);
            Place at = use.place().then("consumes").then(index);
            if (!queues.contains(queue)) {
                problems.add(unknown(use.subject(), at, queue, new Known("queue", queues)));
            } else if (use.topology().bindings().stream()
                    .noneMatch(binding -> binding.destination().equals(queue))) {
                problems.add(unfed(at, queue));
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

    private static Problem unknown(Subject subject, Place place, String wrong, Known known) {
        Problem problem = new Problem(
                place.value(),
                "unknown-" + known.kind(),
                "`rabbitmq.topology` declares no " + known.kind() + " `" + wrong + "`",
                WHY,
                Choice.fix(wrong, known.names(), "declare it in `rabbitmq.topology`"));
        return subject.missing(problem, declared -> declared.is(known.kind(), wrong));
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

    /** What an application does with the broker. */
    private record Use(Subject subject, Place place, MessagingNeeds needs, Topology topology) {}

    private record Known(String kind, List<String> names) {}
}
