package dev.chartwright.model;

/** A binding from an exchange to a queue, both by their name in the broker. */
public record Binding(String name, String source, String destination, String routingKey, String vhost) {}
