package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A queue.
 *
 * @param name object name
 * @param queue name in the broker
 * @param vhost virtual host
 * @param type kind of queue; absent means the broker's default
 * @param durable whether it survives a restart of the broker
 * @param autoDelete whether it goes with its last consumer
 * @param arguments further arguments
 * @param unused why it stays although nothing of the platform uses it
 */
public record Queue(
        String name,
        String queue,
        String vhost,
        Optional<String> type,
        boolean durable,
        boolean autoDelete,
        List<Argument> arguments,
        Optional<String> unused) {
    public Queue {
        BrokerNames.refuseReserved("queue", queue);
        String kind = type.orElse("");
        if (kind.equals("quorum") && !durable) {
            throw new InvalidValueException(
                    "durable",
                    "quorum-not-durable",
                    "quorum queue `" + name + "` is not durable",
                    "RabbitMQ keeps quorum queues on disk; the topology operator's webhook refuses others",
                    "set `durable: true`, or another `type`");
        }
        if (kind.equals("stream") && !durable) {
            throw new InvalidValueException(
                    "durable",
                    "stream-not-durable",
                    "stream `" + name + "` is not durable",
                    "RabbitMQ keeps streams on disk and refuses to declare others",
                    "set `durable: true`, or another `type`");
        }
        if (autoDelete && !kind.isEmpty() && !kind.equals("classic")) {
            throw new InvalidValueException(
                    "autoDelete",
                    "queue-auto-delete",
                    kind + " queue `" + name + "` goes with its last consumer",
                    "RabbitMQ refuses to declare a quorum queue or a stream that deletes itself",
                    "set `autoDelete: false`, or `type: classic`");
        }
    }

    public boolean hasArguments() {
        return !arguments.isEmpty();
    }
}
