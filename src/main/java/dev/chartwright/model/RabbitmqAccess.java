package dev.chartwright.model;

import java.util.Optional;

/**
 * How people and monitoring reach the broker.
 *
 * @param console the management console's Ingress
 * @param transport name of the ServersTransport through which Traefik reaches the console over TLS
 * @param monitor a Prometheus ServiceMonitor
 */
public record RabbitmqAccess(Optional<Ingress> console, Optional<String> transport, Optional<Monitor> monitor) {}
