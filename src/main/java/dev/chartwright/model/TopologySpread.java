package dev.chartwright.model;

/**
 * A topology spread constraint over an application's own pods.
 *
 * @param topologyKey node label that names the domain
 * @param maxSkew largest allowed difference between two domains
 * @param whenUnsatisfiable DoNotSchedule or ScheduleAnyway
 */
public record TopologySpread(String topologyKey, int maxSkew, String whenUnsatisfiable) {}
