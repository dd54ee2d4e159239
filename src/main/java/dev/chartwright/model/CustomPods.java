package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * Pods that an operator makes of a custom resource, as far as the resource says how: parts that are copied as they are.
 *
 * @param each path to the elements of a list, where each of them is a set of pods of its own
 * @param container name of their container
 * @param replicas path to their number; one where none is said
 * @param fields fields of the pods, with paths to what they are
 * @param containerFields fields of the container, with paths to what they are
 */
public record CustomPods(
        Optional<String> each,
        String container,
        Optional<String> replicas,
        List<Entry> fields,
        List<Entry> containerFields) {}
