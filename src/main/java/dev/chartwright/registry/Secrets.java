package dev.chartwright.registry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Everything that went out as a login, so that no message ever holds it. */
final class Secrets {
    private static final int SHORTEST = 3;
    private final Set<String> texts = ConcurrentHashMap.newKeySet();

    void add(String text) {
        if (text.length() >= SHORTEST) {
            texts.add(text);
            texts.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
    }

    /** A text of the other side, which may send back what it was sent. */
    String hide(String text) {
        return texts.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .reduce(text, (words, secret) -> words.replace(secret, "***"));
    }
}
