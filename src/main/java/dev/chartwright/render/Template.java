package dev.chartwright.render;

import java.util.List;
import java.util.stream.Stream;

/**
 * A scanned template.
 *
 * @param file where it comes from
 * @param lines the pieces of each line
 * @param nested whether every tag is whole and every section closed, so that the order of tags can be trusted
 */
record Template(TemplateFile file, List<List<Piece>> lines, boolean nested) {
    Stream<Tag> tags() {
        return lines.stream()
                .flatMap(List::stream)
                .filter(Tag.class::isInstance)
                .map(Tag.class::cast);
    }
}
