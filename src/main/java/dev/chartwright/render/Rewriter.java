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

    private final Template template;
    private final int indent;
    private final boolean traced;
    private final StringBuilder text = new StringBuilder().append(BEGIN);

    private Rewriter(Template template, int indent, boolean traced) {
        this.template = template;
        this.indent = indent;
        this.traced = traced;
    }

    /** The template, each of its lines indented by some spaces, and ended by a mark where it is traced. */
    static String rewrite(Template template, int indent, boolean traced) {
        Rewriter rewriter = new Rewriter(template, indent, traced);
        for (int row = 0; row < template.lines().size(); row++) {
            rewriter.append(row);
        }
        return rewriter.text.toString();
    }

    /** What was rendered, with its line ends. */
    static String restore(String rendered) {
        return rendered.replace(String.valueOf(BEGIN), "").replace(LINE_END, '\n');
    }

    private void append(int row) {
        List<Piece> line = template.lines().get(row);
        List<Tag> tags =
                line.stream().filter(Tag.class::isInstance).map(Tag.class::cast).toList();
        if (!hasText(line) && tags.stream().anyMatch(tag -> tag.kind() == Tag.Kind.PARTIAL)) {
            text.append("<%>")
                    .append(new PartialName(tags.get(0).name(), indent + width(line), traced))
                    .append("%>");
        } else if (!hasText(line) && !tags.isEmpty() && tags.stream().allMatch(Tag::mayVanish)) {
            tags.forEach(this::append);
        } else {
            printed(line);
            text.append(traced && template.endsInYaml(row) ? Tracer.tag(template, row) : "")
                    .append(LINE_END);
        }
    }

    private void printed(List<Piece> line) {
        if (!line.isEmpty()) {
            text.append(" ".repeat(indent));
        }
        int last = line.size() - 1;
        boolean commented = last > 0 && line.get(last) instanceof Tag tag && tag.kind() == Tag.Kind.COMMENT;
        for (int i = 0; i <= last; i++) {
            if (line.get(i) instanceof Tag tag) {
                append(tag);
            } else if (line.get(i) instanceof Piece.Text part) {
                text.append(commented && i == last - 1 ? part.text().stripTrailing() : part.text());
            }
        }
    }

    private void append(Tag tag) {
        if (tag.kind() != Tag.Kind.COMMENT) {
            text.append("<%").append(tag.kind().sign()).append(tag.id()).append("%>");
        }
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
