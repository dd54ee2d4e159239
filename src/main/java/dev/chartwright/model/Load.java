package dev.chartwright.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * What the pods of a part ask of the nodes.
 *
 * @param part its name, for people
 * @param keys keys in the values that lead to its resources
 * @param pods how many of them run at most
 * @param requests what each reserves
 * @param limits what each may use
 */
public record Load(String part, List<String> keys, int pods, Amounts requests, Amounts limits) {
    /** Every part that runs for good, in the order of the model. */
    public static List<Load> of(Platform platform) {
        Stream<Load> applications = platform.applications().stream().map(Load::of);
        Stream<Load> parts =
                platform.facets().stream().flatMap(part -> part.pods().stream()).flatMap(pods -> pods.load().stream());
        return Stream.concat(applications, parts).toList();
    }

    private static Load of(Application part) {
        Workload workload = part.workload();
        return new Load(
                part.name(),
                List.of("applications", part.name(), "workload", "resources"),
                workload.autoscaling().map(Autoscaling::maxReplicas).orElse(workload.replicas()),
                Amounts.of(workload.resources().requests()),
                Amounts.of(workload.resources().limits()));
    }

    /** What all its pods reserve. */
    public Amounts allRequests() {
        return requests.times(pods);
    }

    /** What all its pods may use. */
    public Amounts allLimits() {
        return limits.times(pods);
    }
}
