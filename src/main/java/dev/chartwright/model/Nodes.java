package dev.chartwright.model;

import java.util.List;

/**
 * The cluster's machines.
 *
 * @param count how many there are
 * @param addresses public addresses that DNS records point to
 */
public record Nodes(int count, List<String> addresses) {}
