package dev.chartwright.render;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scanned template.
 *
 * @param file where it comes from
 * @param lines the pieces of each line
 * @param open rows at whose end a quote, a flow collection or an action is still open
 * @param nested whether every tag is whole and every section closed, so that the order of tags can be trusted
 */
record Template(TemplateFile file, List<List<Piece>> lines, Set<Integer> open, boolean nested) {
    /** Whether a comment may stand at the end of a row: a trimming action would glue it to what comes before. */
    boolean endsInYaml(int row) {
        String text = file.lines().get(row);
        return !open.contains(row) && !text.isBlank() && !text.endsWith("-}}");
    }

    Stream<Tag> tags() {
        return lines.stream()
                .flatMap(List::stream)
                .filter(Tag.class::isInstance)
                .map(Tag.class::cast);
    }
}
