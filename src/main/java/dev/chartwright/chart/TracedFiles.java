package dev.chartwright.chart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

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

    /** The line of a template that made a line of a file, from 1: the first mark at it or below. */
    public Optional<TemplateLine> line(String path, int line) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .flatMap(file -> file.content().lines().skip(Math.max(0, line - 1)))
                .map(TemplateLine::number)
                .filter(OptionalInt::isPresent)
                .findFirst()
                .map(number -> lines.get(number.getAsInt()));
    }
}
