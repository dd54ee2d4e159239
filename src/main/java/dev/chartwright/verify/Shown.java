package dev.chartwright.verify;

import dev.chartwright.problem.Quote;
import dev.chartwright.registry.Registry;

/**
 * What others published, as messages show it: a registry may have put into it what it was sent.
 *
 * @param registry where it is published
 * @param ours what this checkout makes of the same
 */
record Shown(Registry registry, String ours) {
    String quoted(String theirs) {
        return Quote.of(registry.hide(theirs, ours));
    }
}
