package dev.chartwright.validate;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.MessagingNeeds;
import dev.chartwright.model.Publication;
import dev.chartwright.model.Queue;
import dev.chartwright.model.RabbitmqPermission;
import dev.chartwright.model.Topology;
import dev.chartwright.problem.Problem;

/** Some user of the broker may do what applications do with it, where permissions are declared at all. */
final class BrokerAccessRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().rabbitmq().stream()
                .filter(part -> !part.topology().permissions().isEmpty())
                .flatMap(part -> subject.applications()
                        .flatMap(application -> application.network().needs().rabbitmq().stream()
                                .flatMap(needs -> check(subject, application, needs, part.topology()))));
    }

    private static Stream<Problem> check(
            Subject subject, Application application, MessagingNeeds needs, Topology topology) {
        Place place = subject.place(application).then("network", "needs", "rabbitmq");
        return Stream.concat(
                consumes(place.then("consumes"), needs.consumes(), topology),
                publishes(place.then("publishes"), needs.publishes(), topology));
    }

    private static Stream<Problem> consumes(Place place, List<String> queues, Topology topology) {
        return IntStream.range(0, queues.size()).boxed().flatMap(index -> {
            Name name = new Name(
                    "queue",
                    queues.get(index),
                    topology.queues().stream()
                            .filter(queue -> queue.queue().equals(queues.get(index)))
                            .map(Queue::vhost)
                            .toList());
            return name.isAllowed(topology, RabbitmqPermission::read)
                    ? Stream.empty()
                    : Stream.of(problem(place.then(index), name, "read"));
        });
    }

    private static Stream<Problem> publishes(Place place, List<Publication> publications, Topology topology) {
        return IntStream.range(0, publications.size()).boxed().flatMap(index -> {
            String exchange = publications.get(index).exchange();
            Name name = new Name(
                    "exchange",
                    exchange,
                    topology.exchanges().stream()
                            .filter(declared -> declared.exchange().equals(exchange))
                            .map(Exchange::vhost)
                            .toList());
            return name.isAllowed(topology, RabbitmqPermission::write)
                    ? Stream.empty()
                    : Stream.of(problem(place.then(index).then("exchange"), name, "write"));
        });
    }

    private static Problem problem(Place place, Name name, String right) {
        return new Problem(
                place.value(),
                "missing-permission",
                "no user of the broker may " + right + (right.equals("read") ? " " : " to ") + name.kind() + " `"
                        + name.text() + "`",
                "the broker refuses who has no permission in the virtual host, or one whose `" + right
                        + "` does not match the name",
                "widen `" + right + "` of a permission in `rabbitmq.topology.permissions`, or add one");
    }

    /**
     * What an application names.
     *
     * @param vhosts virtual hosts that have it; none where it is told as unknown
     */
    private record Name(String kind, String text, List<String> vhosts) {
        boolean isAllowed(Topology topology, Function<RabbitmqPermission, String> right) {
            return vhosts.isEmpty()
                    || topology.permissions().stream()
                            .filter(permission -> vhosts.contains(permission.vhost()))
                            .map(right)
                            .anyMatch(this::matches);
        }

        /** An empty pattern matches no name, as the broker has it; one that is broken is told by itself. */
        private boolean matches(String pattern) {
            return !pattern.isEmpty()
                    && (PatternRule.fault(pattern).isPresent()
                            || Pattern.compile(pattern).matcher(text).find());
        }
    }
}
