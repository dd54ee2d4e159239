package dev.chartwright.registry;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import dev.chartwright.oci.Reference;

/**
 * Everything that went out as a login, so that no message ever holds it.
 *
 * <p>A registry may send back what it was sent in any form, and nobody can list the forms. So once something went out,
 * a text of the other side is shown by its known words alone: those that registries use, and those that the user wrote.
 */
final class Secrets {
    /** So much of a text is looked at; messages show less of it. */
    private static final int LONGEST = 1000;

    private final Set<Secret> sent = ConcurrentHashMap.newKeySet();
    private final Set<String> names = ConcurrentHashMap.newKeySet();

    void add(String text) {
        if (!text.isBlank()) {
            sent.add(Secret.of(text));
        }
    }

    /** What a user wrote tells nobody anything. */
    void know(Reference reference) {
        names.addAll(KnownWords.namesIn(reference.registry() + " " + reference.repository()));
        reference.tag().map(KnownWords::namesIn).ifPresent(names::addAll);
    }

    /** Whom a user asks tells nobody anything either. */
    void know(Origin origin) {
        names.addAll(KnownWords.namesIn(origin.toString()));
    }

    /** A text of the other side, which may send back what it was sent. */
    String hide(String text) {
        return hide(text, "");
    }

    /** The same, where the words of another text tell nobody anything either. */
    String hide(String text, String ours) {
        if (sent.isEmpty()) {
            return text;
        }
        Set<String> known = KnownWords.namesIn(ours);
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + KnownWords.LEFT_OUT : text;
        return new KnownWords(word -> names.contains(word) || known.contains(word), this::isInSecret).shown(start);
    }

    /** A login may be made of words that registries use. */
    private boolean isInSecret(String word) {
        return sent.stream().anyMatch(secret -> secret.shows(word.toLowerCase(Locale.ROOT)));
    }

    /**
     * What went out once.
     *
     * @param text in lower case
     * @param words what stands in it between other signs
     */
    private record Secret(String text, Set<String> words) {
        private static final int SHORTEST = 3;

        /** A smaller part of it is an accident. */
        private static final int PARTS = 4;

        static Secret of(String text) {
            String lower = text.toLowerCase(Locale.ROOT);
            return new Secret(lower, KnownWords.wordsIn(lower).collect(Collectors.toUnmodifiableSet()));
        }

        boolean shows(String word) {
            return words.contains(word)
                    || PARTS * word.length() >= text.length() && text.contains(word)
                    || text.length() >= SHORTEST && word.contains(text);
        }

        @Override
        public String toString() {
            return "Secret[hidden]";
        }
    }
}
