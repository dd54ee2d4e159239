package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A user whose name and password come from a Secret in the cluster's namespace.
 *
 * @param name object name
 * @param tags what the user may do in the broker
 * @param secret the Secret
 * @param unused why it stays although it may do nothing
 */
public record RabbitmqUser(String name, List<String> tags, String secret, Optional<String> unused) {
    public boolean hasTags() {
        return !tags.isEmpty();
    }
}
