package dev.chartwright.model;

/** A virtual host: object name, and name in the broker. */
public record Vhost(String name, String vhost) {}
