package dev.chartwright.component;

import java.util.List;
import java.util.Optional;

/**
 * Ports that open.
 *
 * @param to names of pods; those that are there
 * @param ports names of their ports
 * @param when condition under which they open; in a need, paths that begin with {@code need.} lead into what it says
 */
public record OpenType(List<String> to, List<String> ports, Optional<String> when) {}
