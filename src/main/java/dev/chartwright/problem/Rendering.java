package dev.chartwright.problem;

import java.util.List;

/**
 * What a template made where a mistake shows.
 *
 * @param file the file of the chart, rendered
 * @param line line of the mistake in it, from 1
 * @param excerpt that line and those around it
 * @param first number of the excerpt's first line
 * @param key what of the values it was made for, keys with dots between them; empty for no part in particular
 * @param written where that is written
 * @param alike keys for which the same line makes the same mistake
 */
public record Rendering(
        String file, int line, List<String> excerpt, int first, String key, Location written, List<String> alike) {
    public Rendering {
        excerpt = List.copyOf(excerpt);
        alike = List.copyOf(alike);
    }

    /** The same, told for others as well. */
    public Rendering with(List<String> others) {
        return new Rendering(file, line, excerpt, first, key, written, others);
    }

    /** The same without its lines, where these may hold a secret. */
    public Rendering withoutExcerpt() {
        return new Rendering(file, line, List.of(), first, key, written, alike);
    }
}
