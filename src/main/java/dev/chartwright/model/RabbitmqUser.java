package dev.chartwright.model;

import java.util.List;

/** A user whose name and password come from a Secret in the cluster's namespace. */
public record RabbitmqUser(String name, List<String> tags, String secret) {
    public boolean hasTags() {
        return !tags.isEmpty();
    }
}
