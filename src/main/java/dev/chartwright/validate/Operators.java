package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.Operator;

/** The operators that a platform brings, and where each was written. */
final class Operators {
    private Operators() {}

    static Stream<Entry> of(Subject subject) {
        Stream<Entry> rabbitmq = subject.platform().rabbitmq().stream()
                .flatMap(part -> Stream.of(
                        entry(subject, "rabbitmq", "clusterOperator", part.clusterOperator()),
                        entry(subject, "rabbitmq", "topologyOperator", part.topologyOperator())));
        Stream<Entry> redis =
                subject.platform().redis().stream().map(part -> entry(subject, "redis", "operator", part.operator()));
        Stream<Entry> minio =
                subject.platform().minio().stream().map(part -> entry(subject, "minio", "operator", part.operator()));
        return Stream.of(rabbitmq, redis, minio).flatMap(entries -> entries);
    }

    private static Entry entry(Subject subject, String part, String key, Operator operator) {
        return new Entry(subject.place(part, key), part + "." + key, operator);
    }

    record Entry(Place place, String name, Operator operator) {}
}
