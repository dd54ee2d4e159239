package dev.chartwright.model;

import java.util.List;

/**
 * Permission to mirror a Secret.
 *
 * @param namespaces namespaces that may; empty means every namespace
 */
public record Reflection(List<String> namespaces) {
    public String namespaceList() {
        return String.join(",", namespaces);
    }
}
