package dev.chartwright.model;

import java.util.List;

/** Cross-origin rules of a Traefik headers middleware. */
public record Cors(
        List<String> originRegexes,
        List<String> methods,
        List<String> headers,
        List<String> exposedHeaders,
        boolean credentials) {
    public boolean hasExposedHeaders() {
        return !exposedHeaders.isEmpty();
    }

    public boolean hasHeaders() {
        return !headers.isEmpty();
    }
}
