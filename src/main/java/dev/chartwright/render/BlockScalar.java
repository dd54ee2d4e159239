package dev.chartwright.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows which lines are the text of a YAML block scalar, by their indent. */
final class BlockScalar {
    private static final Pattern HEADER = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?");
    private static final Pattern ENTRY = Pattern.compile("^ *((?:- +)*)");
    /** Lines of control tags alone stand at any indent and say nothing of the YAML around them. */
    private static final Pattern CONTROL = Pattern.compile("\\s*((\\{\\{.*\\}\\}|<%[#^/!].*%>)\\s*)*");

    private boolean open;
    private int parentIndent;

    boolean isOpen() {
        return open;
    }

    /** Begins a scalar when the rest of the line is nothing but its header. */
    boolean openAt(String line, int at) {
        if (!HEADER.matcher(line).region(at, line.length()).matches()) {
            return false;
        }
        open = true;
        parentIndent = parentIndent(line, at);
        return true;
    }

    void startLine(String line) {
        if (open && !CONTROL.matcher(line).matches() && indent(line) <= parentIndent) {
            open = false;
        }
    }

    /** Column of the key, or of the dash, that the scalar belongs to. */
    private static int parentIndent(String line, int at) {
        Matcher entry = ENTRY.matcher(line);
        if (!entry.find() || entry.end() < at) {
            return entry.end();
        }
        return line.lastIndexOf('-', at);
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
