package dev.chartwright.validate;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Every pod of a release.
 *
 * @param described those that its own objects describe
 * @param operated those that operators make
 */
record SelectablePods(List<PodTemplate> described, List<OperatedPods> operated) {
    static SelectablePods of(Release release) {
        return new SelectablePods(
                PodTemplate.of(release.objects()).toList(),
                release.objects().stream()
                        .flatMap(object -> OperatedPods.of(object, release))
                        .toList());
    }

    /** Whether labels select a pod of a namespace. */
    boolean any(String namespace, JsonNode labels) {
        return labels.isEmpty()
                || described.stream().anyMatch(pod -> pod.namespace().equals(namespace) && pod.has(labels))
                || operated.stream().anyMatch(pod -> pod.namespace().equals(namespace) && pod.has(labels));
    }
}
