package dev.chartwright.validate;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A control of the Pod Security Standards.
 *
 * @param name what the standards call it
 * @param breaches what in a pod breaks it; nothing for a pod that keeps it
 */
record PodControl(String name, Function<PodTemplate, Stream<Breach>> breaches) {
    static PodControl ofPod(String name, Function<PodTemplate, Stream<Breach>> breaches) {
        return new PodControl(name, breaches);
    }

    static PodControl ofContainers(String name, Function<PodContainer, Stream<Breach>> breaches) {
        return new PodControl(name, pod -> pod.containers().flatMap(breaches));
    }

    /** A control over security contexts, that of the pod and those of its containers. */
    static PodControl ofContexts(String name, Function<SecurityContext, Stream<Breach>> breaches) {
        return new PodControl(name, pod -> SecurityContext.of(pod).flatMap(breaches));
    }
}
