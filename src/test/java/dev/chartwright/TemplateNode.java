package dev.chartwright;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a YAML node of a template ends, by the indent of its lines. */
final class TemplateNode {
    private static final Pattern CONTROL =
            Pattern.compile("\\s*(<%[#^/!].*%>|\\{\\{-? ?(if|with|range|else|end|/\\*).*\\}\\})\\s*");
    private static final Pattern OPENS = Pattern.compile("<%[#^]|\\{\\{-? ?(?:if|with|range|define)\\b");
    private static final Pattern CLOSES = Pattern.compile("<%/|\\{\\{-? ?end\\b");

    private TemplateNode() {}

    static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** Index behind the last line of the node that begins at an index. */
    static int end(List<String> lines, int index) {
        int end = index + 1;
        for (int at = end; at < lines.size() && isInside(lines, index, at); at++) {
            if (!isControl(lines.get(at)) || isBalanced(lines.subList(end, at + 1))) {
                end = at + 1;
            }
        }
        return end;
    }

    private static boolean isInside(List<String> lines, int index, int at) {
        String line = lines.get(at);
        return isControl(line) || indent(line) > indent(lines.get(index)) || isEntryOf(lines, index, at);
    }

    /** Number of the first line behind some that says something itself. */
    static int next(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && isControl(lines.get(at))) {
            at++;
        }
        return at + 1;
    }

    /** A dash may stand below the first letter of its key. */
    private static boolean isEntryOf(List<String> lines, int index, int at) {
        return lines.get(index).stripTrailing().endsWith(":")
                && !lines.get(index).stripLeading().startsWith("- ")
                && indent(lines.get(at)) == indent(lines.get(index))
                && lines.get(at).stripLeading().startsWith("- ");
    }

    static boolean isControl(String line) {
        return CONTROL.matcher(line).matches();
    }

    /** Whether every section and action that opens in the lines closes there. */
    static boolean isBalanced(List<String> lines) {
        int depth = 0;
        for (String line : lines) {
            depth += count(OPENS, line) - count(CLOSES, line);
            if (depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }

    private static int count(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** Whether a line stands around another one: further out, and nothing further out between them. */
    static boolean isAround(List<String> lines, int outer, int index) {
        int indent = index < lines.size() ? indent(lines.get(index)) : 0;
        if (indent == 0) {
            return outer <= index
                    && begins(lines, outer)
                    && lines.subList(outer + 1, index + 1).stream().noneMatch(TemplateNode::begins);
        }
        for (int at = index - 1; at >= outer && at >= 0; at--) {
            String line = lines.get(at);
            if (!isControl(line) && !line.isBlank() && indent(line) < indent) {
                indent = indent(line);
                if (at == outer) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What an object lacks is told where it begins. */
    private static boolean begins(List<String> lines, int index) {
        return index >= 0 && index < lines.size() && begins(lines.get(index));
    }

    private static boolean begins(String line) {
        return line.startsWith("apiVersion:");
    }
}
