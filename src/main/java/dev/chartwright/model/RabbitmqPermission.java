package dev.chartwright.model;

/** What a user may do in a virtual host; the three patterns are regular expressions of the broker. */
public record RabbitmqPermission(String name, String user, String vhost, String configure, String write, String read) {}
