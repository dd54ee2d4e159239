package dev.chartwright.component;

import java.util.List;
import java.util.Optional;

/**
 * A way that packets may go.
 *
 * @param from name of the pods that open it
 * @param addon or the add-on whose namespace opens it, where the cluster has that
 * @param to name of the pods that accept it
 * @param ports names of their ports
 * @param when condition under which it is open
 */
public record ConnectionType(
        Optional<String> from, Optional<String> addon, String to, List<String> ports, Optional<String> when) {}
