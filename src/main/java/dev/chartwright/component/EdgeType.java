package dev.chartwright.component;

import java.util.List;

/**
 * Where requests from outside the cluster come in.
 *
 * @param pods names of pods that may be the router; the first that is there is it
 * @param ports names of their ports that take requests
 */
public record EdgeType(List<String> pods, List<String> ports) {}
