package dev.chartwright.model;

import java.util.List;

/**
 * Permission to mirror a Secret.
 *
 * @param namespaces namespaces that may; where none are written, those of the platform's own mirrors
 */
public record Reflection(List<String> namespaces) {
    public String namespaceList() {
        return String.join(",", namespaces);
    }
}
