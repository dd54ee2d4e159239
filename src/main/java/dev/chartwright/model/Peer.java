package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * One end of a connection: pods, a namespace, addresses, or, with none of them, everything.
 *
 * @param pods certain pods
 * @param namespace all pods of a namespace
 * @param addresses hosts outside the cluster
 */
public record Peer(Optional<PodGroup> pods, Optional<String> namespace, List<AddressBlock> addresses) {
    public static Peer of(PodGroup pods) {
        return new Peer(Optional.of(pods), Optional.empty(), List.of());
    }

    public static Peer namespace(String name) {
        return new Peer(Optional.empty(), Optional.of(name), List.of());
    }

    /** Hosts outside the pods' networks: a policy knows no host names. */
    static Peer outside(List<String> podNetworks) {
        return new Peer(Optional.empty(), Optional.empty(), AddressBlock.allBut(podNetworks));
    }

    /** Whoever and wherever it is, nodes included. */
    static Peer anyone() {
        return new Peer(Optional.empty(), Optional.empty(), List.of());
    }

    public boolean isAnyone() {
        return pods.isEmpty() && namespace.isEmpty() && addresses.isEmpty();
    }

    boolean is(PodGroup group) {
        return pods.filter(group::equals).isPresent();
    }
}
