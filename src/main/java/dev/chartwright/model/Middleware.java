package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * A Traefik Middleware; one key names its kind.
 *
 * @param name object name
 * @param cors cross-origin rules
 * @param redirectScheme a redirect to another URL scheme
 * @param stripPrefixes path prefixes that are cut off
 * @param unused why it stays although nothing of the platform uses it
 */
public record Middleware(
        String name,
        Optional<Cors> cors,
        Optional<RedirectScheme> redirectScheme,
        List<String> stripPrefixes,
        Optional<String> unused) {
    public Middleware {
        int kinds =
                (cors.isPresent() ? 1 : 0) + (redirectScheme.isPresent() ? 1 : 0) + (stripPrefixes.isEmpty() ? 0 : 1);
        if (kinds != 1) {
            throw new InvalidValueException(
                    "name",
                    "middleware-kind",
                    "middleware `" + name + "` has " + kinds + " kinds, it needs exactly one",
                    "Traefik refuses a middleware of several kinds or none, and every route that names it",
                    "keep one of `cors`, `redirectScheme` and `stripPrefixes`");
        }
    }

    public boolean hasStripPrefixes() {
        return !stripPrefixes.isEmpty();
    }
}
