package dev.chartwright.chart;

import java.nio.charset.StandardCharsets;

/**
 * A file of an environment's output.
 *
 * @param path relative to the environment's folder, with {@code /}
 * @param content its bytes
 */
public record OutputFile(String path, byte[] content) {
    /** A file of UTF-8 text. */
    public static OutputFile of(String path, String text) {
        return new OutputFile(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
