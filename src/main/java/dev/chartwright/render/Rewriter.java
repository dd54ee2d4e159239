package dev.chartwright.render;

import java.util.List;

/**
 * Writes a scanned template as the library wants it.
 *
 * <p>Tags are named by their place, so that a fault at run time knows it. The library has rules of its own for white
 * space and lines; a template without line ends, and with a mark before its first character, meets none of them.
 */
final class Rewriter {
    /** Stand for "begin" and "line end"; templates and encoded text cannot hold these non-characters. */
    private static final char BEGIN = '\uFFFE';

    private static final char LINE_END = '\uFFFF';

    private Rewriter() {}

    /** The template, each of its lines indented by some spaces. */
    static String rewrite(Template template, int indent) {
        StringBuilder text = new StringBuilder().append(BEGIN);
        template.lines().forEach(line -> append(text, line, indent));
        return text.toString();
    }

    /** What was rendered, with its line ends. */
    static String restore(String rendered) {
        return rendered.replace(String.valueOf(BEGIN), "").replace(LINE_END, '\n');
    }

    private static void append(StringBuilder text, List<Piece> line, int indent) {
        List<Tag> tags =
                line.stream().filter(Tag.class::isInstance).map(Tag.class::cast).toList();
        if (!hasText(line) && tags.stream().anyMatch(tag -> tag.kind() == Tag.Kind.PARTIAL)) {
            partial(text, tags.get(0), indent + width(line));
        } else if (!hasText(line) && !tags.isEmpty() && tags.stream().allMatch(Tag::mayVanish)) {
            tags.forEach(tag -> append(text, tag));
        } else {
            printed(text, line, indent);
        }
    }

    private static void printed(StringBuilder text, List<Piece> line, int indent) {
        if (!line.isEmpty()) {
            text.append(" ".repeat(indent));
        }
        int last = line.size() - 1;
        boolean commented = last > 0 && line.get(last) instanceof Tag tag && tag.kind() == Tag.Kind.COMMENT;
        for (int i = 0; i <= last; i++) {
            if (line.get(i) instanceof Tag tag) {
                append(text, tag);
            } else if (line.get(i) instanceof Piece.Text part) {
                text.append(commented && i == last - 1 ? part.text().stripTrailing() : part.text());
            }
        }
        text.append(LINE_END);
    }

    private static void append(StringBuilder text, Tag tag) {
        if (tag.kind() != Tag.Kind.COMMENT) {
            text.append("<%").append(tag.kind().sign()).append(tag.id()).append("%>");
        }
    }

    private static void partial(StringBuilder text, Tag tag, int indent) {
        text.append("<%>").append(PartialName.of(tag.name(), indent)).append("%>");
    }

    private static int width(List<Piece> line) {
        return line.get(0) instanceof Piece.Text text ? text.text().length() : 0;
    }

    private static boolean hasText(List<Piece> line) {
        return line.stream()
                .anyMatch(piece ->
                        piece instanceof Piece.Text text && !text.text().isBlank());
    }
}
