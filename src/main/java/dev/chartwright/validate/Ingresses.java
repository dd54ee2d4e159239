package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Ingress;

/** Every Ingress of a platform, and where it was written. */
final class Ingresses {
    private Ingresses() {}

    static Stream<Entry> of(Subject subject) {
        Stream<Entry> applications = subject.applications()
                .flatMap(application -> entries(
                        application,
                        subject.place(application).then("network", "ingresses"),
                        application.network().ingresses()));
        Stream<Entry> rabbitmq = subject.platform().rabbitmq().stream()
                .flatMap(part -> part.access().console().stream()
                        .map(console -> new Entry(part, subject.place("rabbitmq", "access", "console"), console)));
        Stream<Entry> minio = subject.platform().minio().stream()
                .flatMap(part -> entries(part, subject.place("minio", "ingresses"), part.ingresses()));
        return Stream.of(applications, rabbitmq, minio).flatMap(entries -> entries);
    }

    private static Stream<Entry> entries(Component owner, Place place, List<Ingress> ingresses) {
        return ingresses.stream().map(ingress -> new Entry(owner, place.then(ingress.name()), ingress));
    }

    record Entry(Component owner, Place place, Ingress ingress) {}
}
