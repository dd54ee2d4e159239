package dev.chartwright.model;

import java.util.List;

/**
 * The cluster's machines.
 *
 * @param pools how many there are of each size
 * @param addresses public addresses that DNS records point to
 * @param podNetworks CIDR blocks that pods have their addresses from; no host outside the cluster has one of these
 */
public record Nodes(List<NodePool> pools, List<String> addresses, List<String> podNetworks) {
    public int count() {
        return pools.stream().mapToInt(NodePool::count).sum();
    }
}
