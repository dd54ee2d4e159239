package dev.chartwright.model;

import java.util.Optional;

/**
 * A listener of a Gateway.
 *
 * @param name section name
 * @param protocol HTTP or HTTPS
 * @param port port of the Traefik entry point, not of the Service
 * @param host host name, may begin with {@code *.}; absent means every host
 * @param tlsSecret Secret with the certificate, for HTTPS
 * @param unused why it stays although nothing of the platform uses it
 */
public record Listener(
        String name,
        String protocol,
        int port,
        Optional<String> host,
        Optional<String> tlsSecret,
        Optional<String> unused) {}
