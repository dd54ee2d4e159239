package dev.chartwright.route53;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Text as a quoted template of HCL (HCL native syntax specification, "Template Expressions"). */
final class HclText {
    private HclText() {}

    /** The text between quotes; {@code ${} and {@code %{} would begin a template and are doubled. */
    static String quoted(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(codePoint -> append(escaped, codePoint));
        return escaped.append('"').toString().replace("${", "$${").replace("%{", "%%{");
    }

    /** A list on one line. */
    static String list(List<String> texts) {
        return texts.stream().map(HclText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static void append(StringBuilder escaped, int codePoint) {
        switch (codePoint) {
            case '"' -> escaped.append("\\\"");
            case '\\' -> escaped.append("\\\\");
            case '\n' -> escaped.append("\\n");
            case '\r' -> escaped.append("\\r");
            case '\t' -> escaped.append("\\t");
            default -> appendPlain(escaped, codePoint);
        }
    }

    private static void appendPlain(StringBuilder escaped, int codePoint) {
        int type = Character.getType(codePoint);
        boolean hidden = type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
        if (hidden) {
            String form = codePoint > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x";
            escaped.append(String.format(Locale.ROOT, form, codePoint));
        } else {
            escaped.appendCodePoint(codePoint);
        }
    }
}
