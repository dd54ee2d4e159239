package dev.chartwright.validate;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Component;

/** Buckets and namespaces, and whether anything is kept in them. */
final class StorageDeclarations {
    private StorageDeclarations() {}

    static Stream<Declared> of(Subject subject) {
        return Stream.concat(buckets(subject), namespaces(subject));
    }

    private static Stream<Declared> buckets(Subject subject) {
        Set<String> needed = subject.applications()
                .flatMap(application -> application.network().needs().objectStorage().stream())
                .collect(Collectors.toSet());
        Place place = subject.place("minio", "tenant", "buckets");
        return subject.platform().minio().stream()
                .flatMap(minio -> minio.tenant().buckets().stream())
                .map(bucket -> new Declared(
                        "bucket",
                        bucket.name(),
                        place.then(bucket.name()),
                        "no application needs it",
                        needed.contains(bucket.name()),
                        bucket.unused()));
    }

    /** Those that the umbrella makes; what else stands in an existing one is not known here. */
    private static Stream<Declared> namespaces(Subject subject) {
        Set<String> inhabited = Stream.concat(
                        subject.platform().components().stream().map(Component::namespace),
                        Operators.of(subject).map(entry -> entry.operator().namespace()))
                .collect(Collectors.toSet());
        Place place = subject.place("cluster", "namespaces");
        return subject.platform().cluster().namespaces().stream()
                .filter(namespace -> !namespace.existing())
                .map(namespace -> new Declared(
                        "namespace",
                        namespace.name(),
                        place.then(namespace.name()),
                        "no component lives in it",
                        inhabited.contains(namespace.name()),
                        namespace.unused()));
    }
}
