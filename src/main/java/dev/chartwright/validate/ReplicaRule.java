package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Autoscaling;
import dev.chartwright.model.Claim;
import dev.chartwright.model.Volume;
import dev.chartwright.model.Workload;
import dev.chartwright.problem.Problem;

/** As many pods as their users and their volumes need. */
final class ReplicaRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.applications()
                .flatMap(application ->
                        Stream.concat(none(subject, application).stream(), claims(subject, application)));
    }

    private static Optional<Problem> none(Subject subject, Application application) {
        boolean parked = application.workload().autoscaling().isEmpty()
                && application.workload().replicas() == 0;
        return parked ? user(subject, application).map(user -> none(subject, application, user)) : Optional.empty();
    }

    /** Who waits for it, as a message says it. */
    private static Optional<String> user(Subject subject, Application application) {
        Optional<String> routes =
                application.publicRoutes().isEmpty() ? Optional.empty() : Optional.of("routes lead to it");
        return routes.or(() -> subject.applications()
                .filter(other -> other.network().needs().applications().contains(application.name()))
                .map(other -> "`" + other.name() + "` needs it")
                .findFirst());
    }

    private static Problem none(Subject subject, Application application, String user) {
        return new Problem(
                subject.place(application).then("workload", "replicas").value(),
                "no-pods",
                "`" + application.name() + "` has no pods, and " + user,
                "a Service without pods refuses every connection",
                "write at least 1, or remove what leads to it");
    }

    private static Stream<Problem> claims(Subject subject, Application application) {
        Workload workload = application.workload();
        int most = workload.autoscaling().map(Autoscaling::maxReplicas).orElse(workload.replicas());
        boolean rolls = workload.pods().strategy().equals("RollingUpdate");
        return application.data().volumes().stream()
                .filter(volume -> most > 1 || rolls)
                .filter(volume -> volume.claim()
                        .map(Claim::accessMode)
                        .filter(modes(subject)::contains)
                        .isPresent())
                .map(volume -> claim(subject.place(application), volume, most));
    }

    /** On a single machine every pod is on the node of the volume. */
    private static List<String> modes(Subject subject) {
        boolean single = subject.platform()
                .cluster()
                .nodes()
                .filter(nodes -> nodes.count() == 1)
                .isPresent();
        return single ? List.of("ReadWriteOncePod") : List.of("ReadWriteOnce", "ReadWriteOncePod");
    }

    private static Problem claim(Place application, Volume volume, int most) {
        Place volumes = application.then("data", "volumes", volume.name());
        boolean several = most > 1;
        return new Problem(
                volumes.then("claim").key(),
                "claim-of-one-node",
                "volume `" + volume.name() + "` is mounted on one node at a time, and "
                        + (several ? "up to " + most + " pods share it" : "its pods are replaced one by the next"),
                several
                        ? "a pod on another node waits for the volume forever"
                        : "a new pod waits for the volume while the old one waits for the new pod to be ready",
                several
                        ? "write `replicas: 1` with `strategy: Recreate`, or `accessMode: ReadWriteMany`"
                        : "write `strategy: Recreate` in `workload.pods`, or `accessMode: ReadWriteMany`");
    }
}
