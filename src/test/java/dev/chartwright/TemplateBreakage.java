package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mutation does to the line of a template that it was given. */
@FunctionalInterface
interface TemplateBreakage {
    /** A character that is written as a byte that UTF-8 never holds. */
    char WRONG_BYTE = '\uE000';

    Pattern KEY = Pattern.compile("^(\\s*(?:- )?\"?)([A-Za-z]{3,})(\"?:.*)$");

    /**
     * Breaks a template.
     *
     * @param lines the template
     * @param index of the line
     * @return the broken template
     */
    List<String> apply(List<String> lines, int index, Random random);

    /** Another line. */
    static TemplateBreakage line(UnaryOperator<String> change) {
        return (lines, index, random) -> with(lines, index, change.apply(lines.get(index)));
    }

    /** A part of the line written otherwise. */
    static TemplateBreakage replace(String regex, String replacement) {
        return line(old -> old.replaceFirst(regex, replacement));
    }

    /** A key with a letter missing or twice. */
    static TemplateBreakage misspellKey() {
        return misspell("^(\\s*(?:- )?\"?)([A-Za-z]{3,})(\"?:.*)$");
    }

    /** The second group of what is found, with a letter missing or twice. */
    static TemplateBreakage misspell(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return (lines, index, random) -> {
            Matcher found = pattern.matcher(lines.get(index));
            if (!found.find()) {
                return lines;
            }
            String name = found.group(2);
            int at = 1 + random.nextInt(name.length() - 1);
            String twice = name.substring(0, at) + name.charAt(at) + name.substring(at);
            String missing = name.substring(0, at) + name.substring(at + 1);
            String wrong = random.nextBoolean() || missing.isEmpty() ? twice : missing;
            String line = lines.get(index);
            return with(lines, index, line.substring(0, found.start(2)) + wrong + line.substring(found.end(2)));
        };
    }

    /** Nothing left of the line. */
    static TemplateBreakage dropLine() {
        return (lines, index, random) -> {
            List<String> fewer = new ArrayList<>(lines);
            fewer.remove(index);
            return fewer;
        };
    }

    /** Nothing left of the line and what stands below it; where that opens and closes unevenly, it stays. */
    static TemplateBreakage dropNode() {
        return (lines, index, random) -> {
            int end = TemplateNode.end(lines, index);
            List<String> fewer = new ArrayList<>(lines);
            fewer.subList(index, end).clear();
            return TemplateNode.isBalanced(lines.subList(index, end)) ? fewer : lines;
        };
    }

    /** The line, and what stands below it, twice. */
    static TemplateBreakage twice() {
        return (lines, index, random) -> {
            int end = TemplateNode.end(lines, index);
            List<String> more = new ArrayList<>(lines);
            more.addAll(end, lines.subList(index, end));
            return TemplateNode.isBalanced(lines.subList(index, end)) ? more : lines;
        };
    }

    /** A line below, as far in as the line itself. */
    static TemplateBreakage add(String... below) {
        return (lines, index, random) -> {
            String indent = " ".repeat(TemplateNode.indent(lines.get(index)));
            List<String> more = new ArrayList<>(lines);
            for (int i = 0; i < below.length; i++) {
                more.add(index + 1 + i, indent + below[i]);
            }
            return more;
        };
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }
}
