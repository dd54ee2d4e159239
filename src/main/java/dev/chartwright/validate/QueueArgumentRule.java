package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Argument;
import dev.chartwright.model.Exchange;
import dev.chartwright.model.Queue;
import dev.chartwright.model.Topology;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Problem;

/** Arguments of queues are those that the broker takes for their kind; those of plugins pass. */
final class QueueArgumentRule implements Rule {
    private static final String EXCHANGE = "exchange";
    private static final String WHY = "the broker refuses to declare the queue, or leaves out what it does not know";

    @Override
    public Stream<Problem> check(Subject subject) {
        Place queues = subject.place("rabbitmq", "topology", "queues");
        return subject.platform().rabbitmq().stream()
                .flatMap(part -> part.topology().queues().stream()
                        .flatMap(queue -> queue.arguments().stream()
                                .flatMap(argument -> new Use(
                                                part.topology(),
                                                queue,
                                                argument,
                                                queues.then(queue.name(), "arguments", argument.name()))
                                        .problem().stream())));
    }

    private record Use(Topology topology, Queue queue, Argument argument, Place place) {
        Optional<Problem> problem() {
            Optional<QueueArgument> known = QueueArgument.of(argument.name());
            if (known.isEmpty()) {
                return misspelt();
            }
            String kind = queue.type().orElse("");
            if (!known.get().suits(kind)) {
                return Optional.of(problem(
                        place.key(),
                        "a " + kind + (kind.equals("stream") ? "" : " queue") + " takes no `" + argument.name() + "`",
                        "remove it, or write another `type`"));
            }
            return known.get().takes(argument.value()) ? more() : Optional.of(wrong(known.get()));
        }

        private Optional<Problem> misspelt() {
            List<String> near = NearestNames.of(argument.name(), QueueArgument.names());
            return near.isEmpty()
                    ? Optional.empty()
                    : Optional.of(problem(
                            place.key(),
                            "`" + argument.name() + "` is no argument that the broker knows",
                            NearestNames.advice(argument.name(), near)));
        }

        private Problem wrong(QueueArgument known) {
            return problem(
                    place.value(),
                    "`" + argument.name() + "` is " + written() + ", and the broker wants " + known.words(),
                    "write " + known.words());
        }

        private String written() {
            return argument.value()
                    .text()
                    .map(text -> "the text `" + text + "`")
                    .or(() -> argument.value().number().map(number -> "`" + number + "`"))
                    .orElseGet(() -> "a truth value");
        }

        private Optional<Problem> more() {
            String text = argument.value().text().orElse("");
            boolean otherType = argument.name().equals("x-queue-type")
                    && !text.equals(queue.type().orElse(text));
            if (otherType) {
                return Optional.of(problem(
                        place.value(),
                        "`x-queue-type` is `" + text + "`, and `type` is `"
                                + queue.type().orElseThrow() + "`",
                        "remove the argument"));
            }
            return argument.name().equals("x-dead-letter-exchange") ? deadLetters(text) : Optional.empty();
        }

        /** The default exchange has no name, and those of `amq.` are the broker's own. */
        private Optional<Problem> deadLetters(String exchange) {
            List<String> known = topology.exchanges().stream()
                    .filter(declared -> declared.vhost().equals(queue.vhost()))
                    .map(Exchange::exchange)
                    .toList();
            return exchange.isEmpty() || exchange.startsWith("amq.") || known.contains(exchange)
                    ? Optional.empty()
                    : Optional.of(new Problem(
                            place.value(),
                            "unknown-" + EXCHANGE,
                            "dead letters of queue `" + queue.queue() + "` go to " + EXCHANGE + " `" + exchange
                                    + "`, which its virtual host does not have",
                            "the broker drops a dead letter whose exchange is not there, and tells nobody",
                            Choice.fix(exchange, known, "declare it in `rabbitmq.topology`")));
        }

        private Problem problem(Location location, String what, String fix) {
            return new Problem(location, "queue-argument", "queue `" + queue.name() + "`: " + what, WHY, fix);
        }
    }
}
