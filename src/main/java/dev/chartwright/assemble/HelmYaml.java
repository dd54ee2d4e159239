package dev.chartwright.assemble;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes maps, lists and text with the bytes that Helm itself writes for them. */
final class HelmYaml {
    private static final int INDENT = 2;
    private final StringBuilder out = new StringBuilder();

    private HelmYaml() {}

    /** The document of a map whose values are text, lists or sorted maps. */
    static String write(SortedMap<String, ?> document) {
        HelmYaml yaml = new HelmYaml();
        yaml.map(document, 0);
        return yaml.out.toString();
    }

    private void map(Map<?, ?> map, int indent) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            // The first key of a map in a list stands behind the dash.
            out.append(first && indent > 0 ? "" : " ".repeat(indent));
            out.append(entry.getKey()).append(':');
            value(entry.getValue(), indent);
            first = false;
        }
    }

    private void value(Object value, int indent) {
        if (value instanceof List<?> list && list.isEmpty()) {
            out.append(" []\n");
        } else if (value instanceof List<?> list) {
            out.append('\n');
            list.forEach(item -> item(item, indent));
        } else {
            scalar(value.toString(), indent);
        }
    }

    private void item(Object item, int indent) {
        out.append(" ".repeat(indent)).append('-');
        if (item instanceof Map<?, ?> map) {
            out.append(' ');
            map(map, indent + INDENT);
        } else {
            scalar(item.toString(), indent);
        }
    }

    private void scalar(String text, int indent) {
        int lineStart = out.lastIndexOf("\n") + 1;
        int column = out.codePointCount(lineStart, out.length()) + 1;
        out.append(' ')
                .append(new HelmScalar(text, column, indent + INDENT).write())
                .append('\n');
    }
}
