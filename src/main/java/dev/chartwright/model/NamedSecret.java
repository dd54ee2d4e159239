package dev.chartwright.model;

import java.util.List;

/**
 * A place in the values that names a Secret of its component.
 *
 * @param place keys that lead to it
 * @param secret the Secret
 * @param keys what its reader looks for in it
 */
public record NamedSecret(List<String> place, String secret, List<Key> keys) {
    /**
     * A key of a Secret.
     *
     * @param place keys that lead to where it is named
     * @param name the key
     */
    public record Key(List<String> place, String name) {}
}
