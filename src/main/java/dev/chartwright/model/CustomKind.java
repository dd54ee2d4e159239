package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * What the platform knows of a kind of custom resource.
 *
 * <p>Paths lead from the object's root, keys with {@code /} between them, {@code *} for each element of a list; a text may
 * name the object's {@code <name>}, or what a path leads to.
 *
 * @param name its group, a slash and the kind
 * @param labels labels of pods and Services that an operator makes of an object, as text; none where nobody selects any
 * @param statefulSet text: the name of the StatefulSet, or of each, that an operator makes of an object
 * @param portNames names that ports of the Service may have; none where nobody knows them
 * @param secrets paths to names of Secrets that its operator reads, in the object's namespace
 * @param holdsData path to what is there where an object holds claims; none where none does
 * @param grows paths to sizes that may grow and never shrink, some with {@code =} and what they are where nothing is written
 * @param pods pods that an operator makes of an object, where it says how
 * @param refers paths to maps that name another object, by `name` and perhaps `namespace`, with its kind
 * @param shared whether others may name one that the release does not make, where it makes none of the kind
 * @param types paths to parts that an operator copies into pods, claims and Services, with the names of Kubernetes' types
 */
public record CustomKind(
        String name,
        List<Entry> labels,
        Optional<String> statefulSet,
        List<String> portNames,
        List<ReadSecret> secrets,
        Optional<String> holdsData,
        List<String> grows,
        Optional<CustomPods> pods,
        List<Entry> refers,
        boolean shared,
        List<Entry> types) {
    /**
     * A Secret that an operator reads.
     *
     * @param name path to its name
     * @param read when
     */
    public record ReadSecret(String name, Reading read) {}

    /** When an operator reads a Secret. */
    public enum Reading {
        /** When it meets the object, and never again. */
        ONCE,
        /** Whenever it looks at the object. */
        AGAIN
    }
}
