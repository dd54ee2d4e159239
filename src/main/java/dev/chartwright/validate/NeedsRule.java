package dev.chartwright.validate;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Bucket;
import dev.chartwright.model.Needs;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Tier;
import dev.chartwright.problem.Problem;

/** What an application talks to is there. */
final class NeedsRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.applications().flatMap(application -> {
            Place place = subject.place(application).then("network", "needs");
            Needs needs = application.network().needs();
            return Stream.of(
                            parts(subject.platform(), application, place),
                            buckets(subject, needs, place.then("objectStorage")),
                            applications(subject, needs, place.then("applications")))
                    .flatMap(problems -> problems);
        });
    }

    private static Stream<Problem> parts(Platform platform, Application application, Place place) {
        Needs needs = application.network().needs();
        boolean outside = platform.environment().tier() == Tier.PRODUCTION;
        return Stream.of(
                        new Part(
                                "rabbitmq",
                                needs.rabbitmq().isPresent(),
                                platform.rabbitmq().isPresent()),
                        new Part("redis", needs.redis(), platform.redis().isPresent()),
                        new Part(
                                "database",
                                needs.database(),
                                outside || platform.postgres().isPresent()),
                        new Part(
                                "objectStorage",
                                !needs.objectStorage().isEmpty(),
                                outside || platform.minio().isPresent()))
                .filter(part -> part.needed() && !part.present())
                .map(part -> missing(place.then(part.name()), application, part));
    }

    private static Problem missing(Place place, Application application, Part part) {
        return new Problem(
                place.key(),
                "missing-part",
                "`" + application.name() + "` needs `" + part.name() + "`, which this environment does not have",
                "a stage tier has its own parts; only production uses a database and storage outside the cluster",
                "describe the part in this environment, or remove the need");
    }

    private static Stream<Problem> buckets(Subject subject, Needs needs, Place place) {
        Platform platform = subject.platform();
        List<String> known = platform.minio().stream()
                .flatMap(minio -> minio.tenant().buckets().stream())
                .map(Bucket::name)
                .toList();
        return platform.minio().isEmpty()
                ? Stream.empty()
                : unknown(subject, place, needs.objectStorage(), new Known("bucket", "`minio.tenant.buckets`", known));
    }

    private static Stream<Problem> applications(Subject subject, Needs needs, Place place) {
        List<String> known = subject.applications().map(Application::name).toList();
        return unknown(subject, place, needs.applications(), new Known("application", "`applications`", known));
    }

    private static Stream<Problem> unknown(Subject subject, Place place, List<String> wanted, Known known) {
        return IntStream.range(0, wanted.size())
                .filter(index -> !known.names().contains(wanted.get(index)))
                .mapToObj(index -> subject.missing(
                        unknown(place.then(index), wanted.get(index), known),
                        declared -> declared.is(known.kind(), wanted.get(index))));
    }

    private static Problem unknown(Place place, String wanted, Known known) {
        return new Problem(
                place.value(),
                "unknown-" + known.kind(),
                known.list() + " has no " + known.kind() + " `" + wanted + "`",
                "network rules are derived from `needs`, so what it names must exist",
                Choice.fix(wanted, known.names(), "add it to " + known.list()));
    }

    private record Part(String name, boolean needed, boolean present) {}

    private record Known(String kind, String list, List<String> names) {}
}
