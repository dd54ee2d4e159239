package dev.chartwright.chart;

import java.util.List;

/**
 * Files whose lines carry marks.
 *
 * @param files the files
 * @param lines the template lines, by the number of their mark
 */
public record TracedFiles(List<ChartFile> files, List<TemplateLine> lines) {
    public TracedFiles {
        files = List.copyOf(files);
        lines = List.copyOf(lines);
    }
}
