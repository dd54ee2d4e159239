package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/** Whatever serves a port says when it is ready and whether it still works. */
final class ProbePolicy implements Policy {
    private static final String CHECK = "missing-probe";
    private static final Set<String> RUNNING = Set.of("Deployment", "StatefulSet", "DaemonSet");

    @Override
    public List<String> checks() {
        return List.of(CHECK);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return PodTemplate.of(release.objects())
                .filter(pod -> RUNNING.contains(pod.owner().kind()))
                .flatMap(pod -> pod.containers("containers"))
                .filter(container -> !container.root().path("ports").isEmpty())
                .flatMap(container -> Stream.concat(
                        probe(
                                container,
                                "readinessProbe",
                                "without it requests reach a program that is still starting"),
                        probe(container, "livenessProbe", "without it nobody restarts a program that hangs")));
    }

    private static Stream<Finding> probe(PodContainer container, String probe, String why) {
        return container.root().has(probe)
                ? Stream.empty()
                : Stream.of(Finding.of(
                        container.pod(),
                        CHECK,
                        new Breach(
                                container.place().then(probe),
                                "container " + Quote.of(container.name()) + " serves a port and has no "
                                        + Quote.of(probe),
                                "add one"),
                        why));
    }
}
