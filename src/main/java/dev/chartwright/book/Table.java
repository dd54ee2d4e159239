package dev.chartwright.book;

import java.util.List;
import java.util.stream.Collectors;

/** A table with a caption and a head. */
final class Table {
    private final StringBuilder html = new StringBuilder();

    Table(String caption, String... heads) {
        html.append("<div class=\"frame\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(Html.text(caption))
                .append("\"><table><caption>")
                .append(Html.text(caption))
                .append("</caption><thead><tr>");
        for (String head : heads) {
            html.append("<th scope=\"col\">").append(Html.text(head)).append("</th>");
        }
        html.append("</tr></thead><tbody>\n");
    }

    /** A row whose first cell names it; the id is where drawings lead. */
    Table row(String id, List<String> cells) {
        html.append(id.isEmpty() ? "<tr>" : "<tr id=\"" + id + "\">");
        html.append("<th scope=\"row\">").append(Html.text(cells.get(0))).append("</th>");
        html.append(cells.stream()
                .skip(1)
                .map(cell -> "<td>" + Html.text(cell) + "</td>")
                .collect(Collectors.joining()));
        html.append("</tr>\n");
        return this;
    }

    String html() {
        return html + "</tbody></table></div>\n";
    }
}
