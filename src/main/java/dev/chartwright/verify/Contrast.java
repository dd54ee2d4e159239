package dev.chartwright.verify;

import java.util.Optional;

import dev.chartwright.problem.Quote;

/**
 * The same place in two documents.
 *
 * @param published what stands there in the registry
 * @param built what this checkout makes
 */
record Contrast(Optional<String> published, Optional<String> built) {
    private static final int SHOWN_BEFORE = 15;

    static Contrast of(String published, String built) {
        return new Contrast(Optional.of(published), Optional.of(built));
    }

    /** Both, shortened so that the first difference is seen. */
    String words(Shown shown) {
        int from = from(published.orElse(""), built.orElse(""));
        return "is " + published.map(text -> shown.quoted(cut(text, from))).orElse("missing")
                + ", and this checkout makes "
                + built.map(text -> Quote.of(cut(text, from))).orElse("none");
    }

    /** The same without the blanks around it, where that is not what differs. */
    Contrast stripped() {
        Contrast bare = new Contrast(published.map(String::strip), built.map(String::strip));
        return bare.published.equals(bare.built) ? this : bare;
    }

    private static int from(String published, String built) {
        int same = 0;
        while (same < Math.min(published.length(), built.length()) && published.charAt(same) == built.charAt(same)) {
            same++;
        }
        int from = same > SHOWN_BEFORE * 2 ? same - SHOWN_BEFORE : 0;
        return from > 0 && Character.isLowSurrogate(published.charAt(from)) ? from - 1 : from;
    }

    private static String cut(String text, int from) {
        return from == 0 ? text : "…" + text.substring(from);
    }
}
