package dev.chartwright.yaml;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Writes maps, lists and text with the bytes that Helm itself writes for them. */
public final class HelmYaml {
    private static final int INDENT = 2;
    private final StringBuilder out = new StringBuilder();

    private HelmYaml() {}

    /** The document of a map whose values are text, truth values, lists or sorted maps. */
    public static String write(SortedMap<String, ?> document) {
        HelmYaml yaml = new HelmYaml();
        document.forEach((key, value) -> yaml.entry(key, value, 0));
        return yaml.out.toString();
    }

    private void entry(Object key, Object value, int indent) {
        out.append(new HelmScalar(key.toString(), indent, indent).write()).append(':');
        value(value, indent);
    }

    private void value(Object value, int indent) {
        if (value instanceof List<?> list && list.isEmpty()) {
            out.append(" []\n");
        } else if (value instanceof List<?> list) {
            out.append('\n');
            list.forEach(item -> item(item, indent));
        } else if (value instanceof Map<?, ?> map) {
            out.append(map.isEmpty() ? " {}\n" : "\n");
            map.forEach((key, nested) -> {
                out.append(" ".repeat(indent + INDENT));
                entry(key, nested, indent + INDENT);
            });
        } else {
            scalar(value, indent);
        }
    }

    private void item(Object item, int indent) {
        out.append(" ".repeat(indent)).append('-');
        if (item instanceof Map<?, ?> map) {
            map(map, indent + INDENT);
        } else {
            scalar(item, indent);
        }
    }

    /** The first key stands behind the dash. */
    private void map(Map<?, ?> map, int indent) {
        String before = " ";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(before);
            entry(entry.getKey(), entry.getValue(), indent);
            before = " ".repeat(indent);
        }
    }

    private void scalar(Object scalar, int indent) {
        int lineStart = out.lastIndexOf("\n") + 1;
        int column = out.codePointCount(lineStart, out.length()) + 1;
        out.append(' ').append(text(scalar, column, indent + INDENT)).append('\n');
    }

    private static String text(Object scalar, int column, int indent) {
        return scalar instanceof Boolean truth
                ? truth.toString()
                : new HelmScalar(scalar.toString(), column, indent).write();
    }
}
