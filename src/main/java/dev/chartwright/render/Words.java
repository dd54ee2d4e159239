package dev.chartwright.render;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Wording that the messages of this package share. */
final class Words {
    private static final int LONGEST_QUOTE = 60;
    private static final int MOST_NAMES = 5;
    private static final int NEAR = 2;

    private Words() {}

    /** User text in backticks, cut so that a message stays one line. */
    static String quote(String text) {
        if (text.codePointCount(0, text.length()) <= LONGEST_QUOTE) {
            return "`" + text + "`";
        }
        return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE - 1)) + "…`";
    }

    /** The first few names, sorted, and how many more there are. */
    static String list(Collection<String> names) {
        List<String> sorted = names.stream().distinct().sorted().toList();
        String shown = sorted.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        int more = sorted.size() - MOST_NAMES;
        return more > 0 ? shown + " and " + more + " more" : shown;
    }

    /** The name that was most likely meant. */
    static Optional<String> nearest(String written, Collection<String> names) {
        record Candidate(String name, int distance) {}
        return names.stream()
                .distinct()
                .sorted()
                .map(name -> new Candidate(name, distance(written, name)))
                .filter(candidate ->
                        candidate.distance() <= NEAR && candidate.distance() < Math.max(written.length(), 2))
                .min((a, b) -> Integer.compare(a.distance(), b.distance()))
                .map(Candidate::name);
    }

    /** Levenshtein distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
