package dev.chartwright.model;

/**
 * What a user may do in a virtual host.
 *
 * @param name object name
 * @param user object name of the user; what the broker calls it stands in its Secret
 * @param vhost name of the virtual host
 * @param configure what may be made and deleted, a regular expression of the broker
 * @param write what may be written to, likewise
 * @param read what may be read from, likewise
 */
public record RabbitmqPermission(String name, String user, String vhost, String configure, String write, String read) {}
