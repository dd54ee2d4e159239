package dev.chartwright.carried;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.carried.Carried.WithTexts;

/** Every text once, below the names of the programs that bring it. */
final class LicenceTexts {
    private static final String MARK = "* ";

    /** A text and who brings it, by its words. */
    private final Map<String, Shared> byWords = new LinkedHashMap<>();

    private record Shared(String text, TreeSet<String> programs) {
        private String section() {
            String names = programs.stream().map(MARK::concat).collect(Collectors.joining("\n"));
            return names + "\n\n" + text + "\n";
        }
    }

    LicenceTexts(List<WithTexts> programs) {
        programs.forEach(each -> each.texts().forEach(text -> add(each.program().heading(), text)));
    }

    /** Names of all programs in a file that {@link #file} made. */
    static Stream<String> headings(String file) {
        return file.lines()
                .filter(line -> line.matches("\\* \\S+ \\S+"))
                .map(line -> line.substring(MARK.length()))
                .distinct();
    }

    private void add(String heading, String text) {
        String words = text.replaceAll("\\s+", " ").strip();
        byWords.computeIfAbsent(words, absent -> new Shared(tidy(text), new TreeSet<>()))
                .programs()
                .add(heading);
    }

    private static String tidy(String text) {
        return text.lines()
                .map(line -> line.replace("\t", "    ").stripTrailing())
                .dropWhile(String::isEmpty)
                .collect(Collectors.joining("\n"))
                .stripTrailing();
    }

    String file() {
        return byWords.values().stream()
                .map(Shared::section)
                .collect(Collectors.joining("\n" + "-".repeat(80) + "\n\n"));
    }
}
