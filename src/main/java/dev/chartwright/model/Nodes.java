package dev.chartwright.model;

import java.util.List;

/**
 * The cluster's machines.
 *
 * @param count how many there are
 * @param addresses public addresses that DNS records point to
 * @param podNetworks CIDR blocks that pods have their addresses from; no host outside the cluster has one of these
 */
public record Nodes(int count, List<String> addresses, List<String> podNetworks) {}
