package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * How an application's pods run.
 *
 * @param replicas number of pods when nothing scales them
 * @param command replaces the image's entry point
 * @param args replaces the image's arguments
 * @param resources requests and limits
 * @param probes how health is told
 * @param scheduling where pods may run
 * @param pods labels, annotations and life cycle
 * @param autoscaling a HorizontalPodAutoscaler, when asked for
 */
public record Workload(
        int replicas,
        List<String> command,
        List<String> args,
        Resources resources,
        Probes probes,
        Scheduling scheduling,
        Pods pods,
        Optional<Autoscaling> autoscaling) {
    public boolean hasCommand() {
        return !command.isEmpty();
    }

    public boolean hasArgs() {
        return !args.isEmpty();
    }
}
