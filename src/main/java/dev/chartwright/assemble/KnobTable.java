package dev.chartwright.assemble;

import java.util.ArrayList;
import java.util.List;

/** The table of a chart's knobs, by dotted key. */
final class KnobTable {
    private static final List<String> HEADER = List.of("Key", "What it sets", "Default");

    private KnobTable() {}

    static void write(Markdown page, List<Knob> knobs) {
        List<List<String>> rows = new ArrayList<>();
        add(knobs, "", rows);
        page.table(HEADER, rows);
    }

    private static void add(List<Knob> knobs, String prefix, List<List<String>> rows) {
        for (Knob knob : knobs) {
            String key = prefix + knob.name().replace(".", "\\.");
            if (knob.isGroup()) {
                add(knob.children(), key + ".", rows);
            } else {
                rows.add(List.of(
                        Markdown.code(key),
                        Markdown.comment(knob.description()),
                        Markdown.code(knob.value().toString())));
            }
        }
    }
}
