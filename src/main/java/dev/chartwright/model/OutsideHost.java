package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A host outside the cluster, or outside the platform.
 *
 * @param name a name for people
 * @param host host name, may begin with {@code *.}
 * @param ports TCP ports; none where only people follow a link to it
 */
public record OutsideHost(String name, String host, List<Integer> ports) {
    /** The namespace of a Service that somebody else runs in the cluster. */
    Optional<String> namespace(String clusterDomain) {
        String tail = ".svc." + clusterDomain;
        if (!host.endsWith(tail)) {
            return Optional.empty();
        }
        String service = host.substring(0, host.length() - tail.length());
        return Optional.of(service.substring(service.lastIndexOf('.') + 1));
    }

    /** Whether it means a host. */
    public boolean covers(String other) {
        return new HostPattern(host).covers(other);
    }
}
