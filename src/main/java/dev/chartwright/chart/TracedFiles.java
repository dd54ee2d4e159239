package dev.chartwright.chart;

import java.util.List;
import java.util.Map;

/**
 * Files whose lines carry marks.
 *
 * @param files the files
 * @param lines the template lines, by the number of their mark
 * @param templates the template that made each file, as the user may open it, by the file's path
 */
public record TracedFiles(List<ChartFile> files, List<TemplateLine> lines, Map<String, String> templates) {
    public TracedFiles {
        files = List.copyOf(files);
        lines = List.copyOf(lines);
        templates = Map.copyOf(templates);
    }

    /** The same origins of other files at the same paths. */
    public TracedFiles with(List<ChartFile> others) {
        return new TracedFiles(others, lines, templates);
    }
}
