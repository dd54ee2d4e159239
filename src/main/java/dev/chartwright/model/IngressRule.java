package dev.chartwright.model;

import java.util.Optional;

/**
 * One host of an Ingress.
 *
 * @param host host name
 * @param path URL path
 * @param pathType Prefix, Exact or ImplementationSpecific
 * @param service Service in the same namespace
 * @param port Service port number
 * @param tlsSecret Secret with the certificate; absent means plain http
 */
public record IngressRule(
        String host, String path, String pathType, String service, int port, Optional<String> tlsSecret) {}
