package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/** A queue: object name, and name in the broker. */
public record Queue(
        String name,
        String queue,
        String vhost,
        Optional<String> type,
        boolean durable,
        boolean autoDelete,
        List<Argument> arguments) {
    public Queue {
        if (type.isPresent() && type.get().equals("quorum") && !durable) {
            throw new InvalidValueException(
                    "durable",
                    "quorum-not-durable",
                    "quorum queue `" + name + "` is not durable",
                    "RabbitMQ keeps quorum queues on disk; the topology operator's webhook refuses others",
                    "set `durable: true`, or another `type`");
        }
    }

    public boolean hasArguments() {
        return !arguments.isEmpty();
    }
}
