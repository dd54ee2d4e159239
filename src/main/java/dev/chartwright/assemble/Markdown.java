package dev.chartwright.assemble;

import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.yaml.HelmText;

/** Writes Markdown; text from the model cannot break out of its place. */
final class Markdown {
    private final StringBuilder out = new StringBuilder();

    Markdown heading(int level, String text) {
        return paragraph("#".repeat(level) + " " + text(text));
    }

    /** A block of finished Markdown. */
    Markdown paragraph(String markdown) {
        out.append(out.isEmpty() ? "" : "\n").append(markdown).append('\n');
        return this;
    }

    Markdown shell(String... lines) {
        return paragraph("```sh\n" + String.join("\n", lines) + "\n```");
    }

    /** A table; nothing when it has no rows. */
    Markdown table(List<String> header, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return this;
        }
        String line = header.stream().map(cell -> "---").collect(Collectors.joining(" | ", "| ", " |"));
        String body = rows.stream().map(Markdown::row).collect(Collectors.joining("\n"));
        return paragraph(row(header) + "\n" + line + "\n" + body);
    }

    private static String row(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }

    /** Free text on one line, without meaning to Markdown or HTML. */
    static String text(String text) {
        return escape(HelmText.clean(text).strip());
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            if ("\\`*_[]<>&".indexOf(character) >= 0) {
                escaped.append('\\');
            }
            escaped.appendCodePoint(character);
        });
        return escaped.toString();
    }

    /** A comment of a values.yaml: free text whose code spans stay code. */
    static String comment(String text) {
        String[] parts = HelmText.clean(text).strip().split("`", -1);
        boolean balanced = parts.length % 2 == 1;
        if (!balanced) {
            return text(text);
        }
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean code = i % 2 == 1;
            written.append(code ? "`" + parts[i] + "`" : escape(parts[i]));
        }
        return written.toString();
    }

    /** A code span; it is fenced by more back quotes than it holds in a row. */
    static String code(String text) {
        String clean = HelmText.clean(text);
        if (clean.isEmpty()) {
            return "";
        }
        String fence = "`";
        while (clean.contains(fence)) {
            fence += "`";
        }
        String pad = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
        return fence + pad + clean + pad + fence;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
