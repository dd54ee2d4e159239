package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/** A Traefik Middleware; one key names its kind. */
public record Middleware(
        String name, Optional<Cors> cors, Optional<RedirectScheme> redirectScheme, List<String> stripPrefixes) {
    public boolean hasStripPrefixes() {
        return !stripPrefixes.isEmpty();
    }
}
