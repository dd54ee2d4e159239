package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Claim;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Where the values list the cluster's storage classes, claims name one of them. */
final class StorageClassRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        List<String> known = subject.platform().cluster().storageClasses();
        return known.isEmpty()
                ? Stream.empty()
                : uses(subject).filter(use -> !known.contains(use.name())).map(use -> problem(use, known));
    }

    private static Stream<Use> uses(Subject subject) {
        Platform platform = subject.platform();
        Stream<Use> common = platform.cluster().storageClass().stream()
                .map(name -> new Use(subject.place("cluster", "storageClass"), name));
        Stream<Optional<Use>> parts = Stream.of(
                platform.rabbitmq()
                        .flatMap(part ->
                                claim(part.cluster().storage(), subject.place("rabbitmq", "cluster", "storage"))),
                platform.redis()
                        .flatMap(part ->
                                claim(part.instance().storage(), subject.place("redis", "instance", "storage"))),
                platform.minio()
                        .flatMap(part -> claim(
                                part.tenant().pool().storage(), subject.place("minio", "tenant", "pool", "storage"))),
                platform.postgres().flatMap(part -> claim(part.storage(), subject.place("postgres", "storage"))));
        return Stream.of(
                        common,
                        parts.flatMap(Optional::stream),
                        subject.applications().flatMap(application -> volumes(subject, application)))
                .flatMap(uses -> uses);
    }

    private static Stream<Use> volumes(Subject subject, Application application) {
        Place place = subject.place(application).then("data", "volumes");
        return application.data().volumes().stream()
                .flatMap(volume ->
                        volume.claim().flatMap(claim -> claim(claim, place.then(volume.name(), "claim"))).stream());
    }

    private static Optional<Use> claim(Claim claim, Place place) {
        return claim.storageClass().map(name -> new Use(place.then("storageClass"), name));
    }

    private static Problem problem(Use use, List<String> known) {
        return new Problem(
                use.place().value(),
                "unknown-storage-class",
                "`cluster.storageClasses` has no " + Quote.of(use.name()),
                "a claim of a class that the cluster does not have waits forever, and its pods with it",
                Choice.fix(use.name(), known, "add it to `cluster.storageClasses`"));
    }

    private record Use(Place place, String name) {}
}
