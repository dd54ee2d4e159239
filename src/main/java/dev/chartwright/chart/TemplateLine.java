package dev.chartwright.chart;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The line of a template that made a line of a chart.
 *
 * <p>In a traced chart each line ends with a mark, a YAML comment with the number of its template line, which survives
 * Helm.
 *
 * @param file the template, as the user may open it
 * @param line from 1
 * @param text the line as it is written
 * @param pointer JSON pointer into the merged values of what the line was made for
 */
public record TemplateLine(String file, int line, String text, String pointer) {
    private static final Pattern MARK = Pattern.compile(" ?#@(\\d+)@");

    /** The mark of the template line of a number. */
    public static String mark(int number) {
        return " #@" + number + "@";
    }

    /** The number in the first mark of a rendered line: later ones come from lines that Helm trimmed away. */
    public static OptionalInt number(String rendered) {
        Matcher mark = MARK.matcher(rendered);
        return mark.find() ? OptionalInt.of(Integer.parseInt(mark.group(1))) : OptionalInt.empty();
    }

    /** A rendered line as it is without tracing. */
    public static String withoutMarks(String rendered) {
        return MARK.matcher(rendered).replaceAll("").stripTrailing();
    }
}
