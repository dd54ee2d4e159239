package dev.chartwright.chart;

import java.nio.charset.StandardCharsets;

/**
 * A file of a chart.
 *
 * @param path relative to the chart's folder, with {@code /}
 * @param content its bytes as text; every file of a chart is UTF-8 with LF
 */
public record ChartFile(String path, String content) implements Comparable<ChartFile> {
    public byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** The same file elsewhere. */
    public ChartFile withPath(String newPath) {
        return new ChartFile(newPath, content);
    }

    @Override
    public int compareTo(ChartFile other) {
        return path.compareTo(other.path);
    }
}
