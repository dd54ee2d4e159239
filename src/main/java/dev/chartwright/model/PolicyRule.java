package dev.chartwright.model;

import java.util.List;

/** A rule of a Kubernetes Role. */
public record PolicyRule(
        List<String> apiGroups, List<String> resources, List<String> verbs, List<String> resourceNames) {
    public boolean hasResourceNames() {
        return !resourceNames.isEmpty();
    }
}
