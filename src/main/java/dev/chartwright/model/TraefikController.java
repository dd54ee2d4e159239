package dev.chartwright.model;

/**
 * A Traefik controller that the chart runs.
 *
 * @param image pinned image
 * @param resources requests and limits
 * @param replicas number of pods
 * @param serviceType LoadBalancer, NodePort or ClusterIP
 */
public record TraefikController(Image image, Resources resources, int replicas, String serviceType) {}
