package dev.chartwright;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One way to break a template in one place.
 *
 * @param name what it is called in the list of rates
 * @param file templates that it may be applied to, by their path
 * @param line lines that it may be applied to
 * @param above what the line above them holds
 * @param breakage what it does there
 * @param path where the template stands afterwards
 * @param toldElsewhere codes of what is told at those who counted on what is broken
 */
record TemplateMutation(
        String name,
        Pattern file,
        Pattern line,
        Pattern above,
        TemplateBreakage breakage,
        UnaryOperator<String> path,
        Set<String> toldElsewhere) {
    static TemplateMutation of(String name, String file, String line, TemplateBreakage breakage) {
        return new TemplateMutation(
                name,
                Pattern.compile(file),
                Pattern.compile(line),
                Pattern.compile(""),
                breakage,
                UnaryOperator.identity(),
                Set.of());
    }

    /** What the users of what is broken are told, for whom it is missing. */
    TemplateMutation told(String... codes) {
        return new TemplateMutation(name, file, line, above, breakage, path, Set.of(codes));
    }

    /** Only below lines that hold something. */
    TemplateMutation below(String regex) {
        return new TemplateMutation(name, file, line, Pattern.compile(regex), breakage, path, toldElsewhere);
    }

    TemplateMutation moved(UnaryOperator<String> to) {
        return new TemplateMutation(name, file, line, above, breakage, to, toldElsewhere);
    }

    /** Whether it may be applied to a line; what stays out of the chart means nothing. */
    boolean fits(List<String> lines, int index) {
        return line.matcher(lines.get(index)).find()
                && above.matcher(index == 0 ? "" : lines.get(index - 1)).find()
                && !lines.get(index).startsWith("<%!");
    }

    /** Every kind that the checks cover. */
    static Stream<TemplateMutation> kinds() {
        return Stream.of(SyntaxMutations.kinds(), FieldMutations.kinds(), ReferenceMutations.kinds())
                .flatMap(kinds -> kinds);
    }
}
