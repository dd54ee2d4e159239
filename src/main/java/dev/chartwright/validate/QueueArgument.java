package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.chartwright.model.Scalar;

/**
 * An argument that the broker knows, with the kinds of queues that take it.
 *
 * @param name its name
 * @param kinds {@code c} for classic, {@code q} for quorum, {@code s} for stream
 * @param form what its value is
 */
record QueueArgument(String name, String kinds, Form form) {
    private static final long BYTE = 255;
    private static final List<QueueArgument> ALL = List.of(
            new QueueArgument("x-expires", "cq", Form.positive()),
            new QueueArgument("x-message-ttl", "cq", Form.natural()),
            new QueueArgument("x-dead-letter-exchange", "cq", Form.text()),
            new QueueArgument("x-dead-letter-routing-key", "cq", Form.text()),
            new QueueArgument("x-dead-letter-strategy", "q", Form.oneOf("at-most-once", "at-least-once")),
            new QueueArgument("x-max-length", "cq", Form.natural()),
            new QueueArgument("x-max-length-bytes", "cqs", Form.natural()),
            new QueueArgument("x-max-priority", "c", Form.upTo(BYTE)),
            new QueueArgument("x-overflow", "cq", Form.oneOf("drop-head", "reject-publish", "reject-publish-dlx")),
            new QueueArgument("x-queue-mode", "c", Form.oneOf("default", "lazy")),
            new QueueArgument("x-queue-version", "c", Form.upTo(2)),
            new QueueArgument("x-queue-type", "cqs", Form.oneOf("classic", "quorum", "stream")),
            new QueueArgument("x-single-active-consumer", "cq", Form.flag()),
            new QueueArgument("x-delivery-limit", "q", Form.number()),
            new QueueArgument("x-quorum-initial-group-size", "q", Form.positive()),
            new QueueArgument("x-queue-leader-locator", "cqs", Form.text()),
            new QueueArgument("x-max-age", "s", Form.text()),
            new QueueArgument("x-stream-max-segment-size-bytes", "s", Form.natural()),
            new QueueArgument("x-initial-cluster-size", "s", Form.positive()));

    static Optional<QueueArgument> of(String name) {
        return ALL.stream().filter(known -> known.name.equals(name)).findFirst();
    }

    static List<String> names() {
        return ALL.stream().map(QueueArgument::name).toList();
    }

    /** Nothing is known of the broker's default kind. */
    boolean suits(String kind) {
        return kind.isEmpty() || kinds.indexOf(kind.charAt(0)) >= 0;
    }

    boolean takes(Scalar value) {
        return form.fits().test(value);
    }

    String words() {
        return form.words();
    }

    /**
     * What a value is.
     *
     * @param words as a message says it
     * @param fits whether a value is one
     */
    private record Form(String words, Predicate<Scalar> fits) {
        static Form number() {
            return new Form("a whole number", value -> value.number().isPresent());
        }

        static Form natural() {
            return new Form("a whole number that is not negative", range(0, Long.MAX_VALUE));
        }

        static Form positive() {
            return new Form("a whole number above 0", range(1, Long.MAX_VALUE));
        }

        static Form upTo(long most) {
            return new Form("a whole number from 0 to " + most, range(0, most));
        }

        static Form text() {
            return new Form("text", value -> value.text().isPresent());
        }

        static Form flag() {
            return new Form("true or false", value -> value.flag().isPresent());
        }

        static Form oneOf(String... choices) {
            return new Form(
                    "`" + String.join("` or `", choices) + "`",
                    value -> value.text().filter(List.of(choices)::contains).isPresent());
        }

        private static Predicate<Scalar> range(long least, long most) {
            return value -> value.number()
                    .filter(number -> number >= least && number <= most)
                    .isPresent();
        }
    }
}
