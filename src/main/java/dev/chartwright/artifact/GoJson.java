package dev.chartwright.artifact;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** JSON as Go's {@code encoding/json} writes it by default: compact, and safe inside HTML. */
final class GoJson {
    /** Go sorts by bytes; Java's own order puts emoji before some letters. */
    private static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private final StringBuilder out = new StringBuilder();

    private GoJson() {}

    /** An empty map that keeps its keys in the order in which Go writes those of its maps. */
    static <T> SortedMap<String, T> sortedMap() {
        return new TreeMap<>(BY_BYTES);
    }

    /** The text of maps (in their order), lists, texts, numbers and truth values. */
    static String write(Object value) {
        GoJson json = new GoJson();
        json.value(value);
        return json.out.toString();
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> map) {
            map(map);
        } else if (value instanceof List<?> list) {
            list(list);
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value);
        }
    }

    private void map(Map<?, ?> map) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            text(String.valueOf(entry.getKey()));
            out.append(':');
            value(entry.getValue());
            separator = ",";
        }
        out.append('}');
    }

    private void list(List<?> list) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            value(element);
            separator = ",";
        }
        out.append(']');
    }

    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(int character) {
        switch (character) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> plain(character);
        }
    }

    private void plain(int character) {
        boolean html = character == '<' || character == '>' || character == '&';
        boolean line = character == 0x2028 || character == 0x2029;
        if (character < ' ' || html || line) {
            out.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
            out.appendCodePoint(character);
        }
    }
}
