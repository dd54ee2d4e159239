package dev.chartwright.model;

import java.util.List;

/**
 * A mirror of a Secret in another namespace.
 *
 * @param namespace namespace of the source
 * @param secret name of the source
 * @param keys keys that are used here
 */
public record Reflected(String namespace, String secret, List<String> keys) {}
