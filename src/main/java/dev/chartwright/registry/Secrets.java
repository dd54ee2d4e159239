package dev.chartwright.registry;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that went out as a login, so that no message ever holds it. */
final class Secrets {
    private static final int SHORTEST = 3;
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    void add(String text) {
        if (text.length() >= SHORTEST) {
            texts.add(text);
        }
    }

    Collection<String> all() {
        return texts;
    }
}
