package dev.chartwright.model;

/**
 * An operator that is in the cluster before the release and stays outside it.
 *
 * @param name one of cert-manager, sealed-secrets, external-secrets, reflector, prometheus-operator, gateway-api
 * @param version installed version
 * @param namespace where it runs
 */
public record Addon(String name, String version, String namespace) {}
