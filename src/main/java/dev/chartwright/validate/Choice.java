package dev.chartwright.validate;

import java.util.Collection;

import dev.chartwright.problem.NearestNames;

/** Helps a reader who wrote a name that does not exist. */
final class Choice {
    private Choice() {}

    /** One action: the near name or the names to choose from, or else another way out. */
    static String fix(String wrong, Collection<String> known, String otherwise) {
        return known.isEmpty() ? otherwise : NearestNames.advice(wrong, known) + ", or " + otherwise;
    }

    /** The near name alone, or else another way out: for names among too many to list. */
    static String near(String wrong, Collection<String> known, String otherwise) {
        return NearestNames.of(wrong, known).isEmpty() ? otherwise : fix(wrong, known, otherwise);
    }
}
