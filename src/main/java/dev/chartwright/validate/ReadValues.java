package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;

/** Values and built-in objects that the templates of a chart read. */
final class ReadValues {
    private static final Pattern ACTION = Pattern.compile("\\{\\{(?!-?\\s*/\\*)(.*?)\\}\\}", Pattern.DOTALL);
    private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`");
    private static final Pattern INDEXED = Pattern.compile("index\\s+\\$?\\.Values([\\w.]*)((?:\\s+\"[^\"]*\")+)");
    private static final Pattern DOTTED = Pattern.compile("(?<![\\w\"])\\$?\\.(Values|Release|Chart)((?:\\.\\w+)+)");

    private ReadValues() {}

    /**
     * A place that reads something.
     *
     * @param root Values, Release or Chart
     * @param path keys below it
     * @param text as it is written
     * @param location where
     */
    record Read(String root, List<String> path, String text, Location location) {}

    /** Everything that the templates of one chart read, not those of its subcharts. */
    static List<Read> of(Chart chart, String label) {
        return chart.files().stream()
                .filter(file -> file.path().startsWith("templates/"))
                .flatMap(file -> of(file, label))
                .toList();
    }

    private static Stream<Read> of(ChartFile file, String label) {
        return ACTION.matcher(file.content()).results().flatMap(action -> of(action, file, label));
    }

    private static Stream<Read> of(MatchResult action, ChartFile file, String label) {
        String code = action.group(1);
        String bare = withoutTexts(code);
        List<Read> reads = new ArrayList<>();
        for (MatchResult read : DOTTED.matcher(bare).results().toList()) {
            reads.add(read(read.group(1), keys(read.group(2)), read, action, file, label));
        }
        for (MatchResult read : INDEXED.matcher(code).results().toList()) {
            List<String> keys = new ArrayList<>(keys(read.group(1)));
            QUOTED.matcher(read.group(2))
                    .results()
                    .map(MatchResult::group)
                    .map(ReadValues::unquoted)
                    .forEach(keys::add);
            reads.add(read("Values", keys, read, action, file, label));
        }
        return reads.stream();
    }

    private static Read read(
            String root, List<String> path, MatchResult read, MatchResult action, ChartFile file, String label) {
        int at = action.start(1) + read.start();
        String before = file.content().substring(0, at);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int column = before.length() - before.lastIndexOf('\n');
        Location location =
                new Location(label + file.path(), line, column, read.group().length());
        return new Read(root, List.copyOf(path), read.group(), location);
    }

    private static String withoutTexts(String code) {
        Matcher texts = QUOTED.matcher(code);
        return texts.replaceAll(text -> "\"" + " ".repeat(text.group().length() - 2) + "\"");
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1);
    }

    private static List<String> keys(String dotted) {
        return dotted.isEmpty() ? List.of() : List.of(dotted.substring(1).split("\\."));
    }
}
