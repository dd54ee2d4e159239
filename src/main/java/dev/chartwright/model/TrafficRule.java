package dev.chartwright.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One rule of a NetworkPolicy.
 *
 * @param peers the other ends; none means everybody
 * @param ports ports of whoever accepts
 */
public record TrafficRule(List<Peer> peers, List<PolicyPort> ports) {
    public boolean hasPeers() {
        return !peers.isEmpty();
    }

    /** Rules for peers and their ports; peers with the same ports share one. */
    static List<TrafficRule> of(Map<Peer, List<PolicyPort>> ports) {
        Map<List<PolicyPort>, List<Peer>> peers = ports.keySet().stream()
                .filter(peer -> !peer.isAnyone())
                .collect(Collectors.groupingBy(ports::get, LinkedHashMap::new, Collectors.toList()));
        List<TrafficRule> rules = new ArrayList<>();
        peers.forEach((same, group) -> rules.add(new TrafficRule(group, same)));
        ports.entrySet().stream()
                .filter(entry -> entry.getKey().isAnyone())
                .forEach(entry -> rules.add(new TrafficRule(List.of(), entry.getValue())));
        return List.copyOf(rules);
    }
}
