package dev.chartwright.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.layout.Box;
import dev.chartwright.layout.LayeredLayout;
import dev.chartwright.layout.Line;
import dev.chartwright.layout.Placed;
import dev.chartwright.layout.Placed.Point;
import dev.chartwright.layout.Placed.Rectangle;
import dev.chartwright.model.Architecture;

/** An architecture as SVG: text that can be selected, boxes that link into the page. */
final class Drawing {
    private static final double FONT = 13;
    private static final double HEIGHT = 34;
    private static final double PADDING = 14;
    private static final double MIDDLE = 4.5;
    private static final double TITLE_AT = 19;
    private final Architecture architecture;
    private final String prefix;
    private final Placed placed;
    private final StringBuilder svg = new StringBuilder();

    private Drawing(Architecture architecture, LayeredLayout.Flow flow, String prefix) {
        this.architecture = architecture;
        this.prefix = prefix;
        placed = LayeredLayout.place(flow, boxes(), lines());
    }

    /**
     * The picture.
     *
     * @param prefix of the ids that boxes link to
     * @param title what screen readers say of it
     */
    static String svg(Architecture architecture, LayeredLayout.Flow flow, String prefix, String title) {
        return new Drawing(architecture, flow, prefix).draw(title);
    }

    private List<Box> boxes() {
        return architecture.nodes().stream()
                .map(node -> new Box(node.id(), node.namespace(), width(node), HEIGHT))
                .toList();
    }

    private static double width(Architecture.Node node) {
        return TextWidth.of(node.label(), FONT) + 2 * PADDING;
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        for (Architecture.Link link : architecture.links()) {
            lines.add(new Line("line-" + lines.size(), link.from(), link.to()));
        }
        return lines;
    }

    private String draw(String title) {
        out(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-label=\"%s\" width=\"%s\" height=\"%s\" "
                        + "viewBox=\"0 0 %s %s\">",
                Html.text(title), placed.width(), placed.height(), placed.width(), placed.height());
        placed.groups().forEach(this::group);
        for (int index = 0; index < architecture.links().size(); index++) {
            line(architecture.links().get(index), placed.lines().get("line-" + index));
        }
        placed.groups().forEach(this::groupTitle);
        architecture.nodes().forEach(this::node);
        return svg.append("</svg>\n").toString();
    }

    private void group(String name, Rectangle at) {
        out(
                "<rect class=\"namespace\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"8\"/>",
                at.x(), at.y(), at.width(), at.height());
    }

    /** After the lines, with a halo, so that they can be read where a line crosses. */
    private void groupTitle(String name, Rectangle at) {
        double width = Math.min(TextWidth.of(name, FONT), at.width() - PADDING);
        out(
                "<text class=\"title\" x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
                at.x() + PADDING / 2, at.y() + TITLE_AT, width, Html.text(name));
    }

    private void line(Architecture.Link link, List<Point> corners) {
        String path = corners.stream()
                .map(point -> number(point.x()) + " " + number(point.y()))
                .collect(Collectors.joining(" L", "M", ""));
        out(
                "<path class=\"link\" data-from=\"%s\" data-to=\"%s\" d=\"%s\" marker-end=\"url(#arrow)\"><title>%s</title></path>",
                Html.text(link.from()), Html.text(link.to()), path, Html.text(words(link)));
    }

    private String words(Architecture.Link link) {
        Map<String, String> labels = new HashMap<>();
        architecture.nodes().forEach(node -> labels.put(node.id(), node.label()));
        String what = link.label().isEmpty() ? "" : ": " + link.label();
        return labels.get(link.from()) + " → " + labels.get(link.to()) + what;
    }

    private void node(Architecture.Node node) {
        Rectangle at = placed.boxes().get(node.id());
        String kind = node.kind().name().toLowerCase(Locale.ROOT);
        out(
                "<a href=\"#%s\" class=\"node %s\" data-id=\"%s\"><rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"6\"/>",
                Html.id(prefix, node.label()), kind, Html.text(node.id()), at.x(), at.y(), at.width(), at.height());
        out(
                "<text x=\"%s\" y=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\">%s</text></a>",
                at.x() + PADDING,
                at.y() + at.height() / 2 + MIDDLE,
                TextWidth.of(node.label(), FONT),
                Html.text(node.label()));
    }

    private void out(String format, Object... values) {
        Object[] shown = new Object[values.length];
        for (int index = 0; index < values.length; index++) {
            shown[index] = values[index] instanceof Double value ? number(value) : values[index];
        }
        svg.append(String.format(Locale.ROOT, format, shown)).append('\n');
    }

    /** Tenths of a pixel are enough. */
    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
