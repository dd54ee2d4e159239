package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A Gateway API Gateway.
 *
 * @param name object name
 * @param clusterIssuer cert-manager ClusterIssuer that makes the listeners' certificates
 * @param listeners what it listens on
 * @param redirects HTTPRoutes that send a listener's hosts to https
 */
public record Gateway(
        String name, Optional<String> clusterIssuer, List<Listener> listeners, List<HttpsRedirect> redirects) {}
