package dev.chartwright.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A port of pods; policies look at packets that already left the Service behind.
 *
 * @param protocol TCP or UDP
 * @param port the first, or the only one
 * @param endPort the last of a range
 */
public record PolicyPort(String protocol, int port, Optional<Integer> endPort) {
    static final PolicyPort DNS_UDP = new PolicyPort("UDP", 53, Optional.empty());

    public static PolicyPort tcp(int port) {
        return new PolicyPort("TCP", port, Optional.empty());
    }

    public static PolicyPort range(int first, int last) {
        return new PolicyPort("TCP", first, Optional.of(last));
    }

    public static List<PolicyPort> list(int... ports) {
        return Arrays.stream(ports).mapToObj(PolicyPort::tcp).toList();
    }
}
