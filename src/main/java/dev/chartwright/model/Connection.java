package dev.chartwright.model;

import java.util.List;

/**
 * A way that packets may go.
 *
 * @param from who opens it
 * @param to who accepts it
 * @param ports where
 */
public record Connection(Peer from, Peer to, List<PolicyPort> ports) {
    public static Connection of(PodGroup from, PodGroup to, List<PolicyPort> ports) {
        return new Connection(Peer.of(from), Peer.of(to), ports);
    }
}
