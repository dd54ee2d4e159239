package dev.chartwright.model;

import java.util.List;

/**
 * A host outside the cluster.
 *
 * @param name a name for people
 * @param host host name, may begin with {@code *.}
 * @param ports TCP ports
 */
public record OutsideHost(String name, String host, List<Integer> ports) {}
