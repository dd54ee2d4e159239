package dev.chartwright.model;

/** Who runs the Traefik controller. */
public enum TraefikMode {
    MANAGED,
    K3S
}
