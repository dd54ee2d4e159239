package dev.chartwright.model;

import java.util.List;

/** Cross-origin rules of a Traefik headers middleware. */
public record Cors(
        List<String> originRegexes,
        List<String> methods,
        List<String> headers,
        List<String> exposedHeaders,
        boolean credentials) {}
