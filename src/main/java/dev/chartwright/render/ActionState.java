package dev.chartwright.render;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Follows Helm's {@code {{ }}} through a template, over line ends. */
final class ActionState {
    /** What an action does to the text around it. */
    enum Effect {
        PRINTS,
        SILENT,
        OPENS,
        ELSE,
        ENDS
    }

    private static final Pattern COMMENT = Pattern.compile("\\{\\{(-\\s+)?/\\*");
    private static final Pattern WORD = Pattern.compile("\\{\\{(-\\s)?\\s*(\\$\\w*\\s*:?=|\\w+)?");
    private static final Set<String> OPENERS = Set.of("if", "with", "range", "define", "block");
    private static final char NONE = 0;

    private boolean inside;
    private boolean comment;
    private char quote = NONE;
    private int quoteStart;
    private int splitAt = -1;
    private Effect effect = Effect.PRINTS;
    private final EscapeRun escape = new EscapeRun();

    boolean isInside() {
        return inside;
    }

    char quote() {
        return quote;
    }

    /** Index where the double quote stands that the last line left open; -1 when it left none. */
    int splitAt() {
        return splitAt;
    }

    Effect effect() {
        return effect;
    }

    Spot spot() {
        if (comment) {
            return Spot.COMMENT;
        }
        if (quote != '"') {
            return Spot.ACTION;
        }
        return escape.isOpen() ? Spot.ESCAPED : Spot.QUOTED;
    }

    /** Go's interpreted strings cannot span lines. */
    void endLine() {
        splitAt = quote == '"' ? quoteStart : -1;
        if (quote != '`') {
            quote = NONE;
        }
        escape.reset();
    }

    /** How many characters from here belong to an action; 0 when none is open or begins. */
    int accept(String line, int at) {
        if (!inside) {
            return line.startsWith("{{", at) ? open(line, at) : 0;
        }
        if (comment) {
            return closeComment(line, at);
        }
        if (quote != NONE) {
            insideQuotes(line.charAt(at));
            return 1;
        }
        return insideAction(line, at);
    }

    private int open(String line, int at) {
        inside = true;
        Matcher begin = COMMENT.matcher(line).region(at, line.length());
        if (begin.lookingAt()) {
            comment = true;
            effect = Effect.SILENT;
            return begin.end() - at;
        }
        Matcher word = WORD.matcher(line).region(at, line.length());
        effect = word.lookingAt() && word.group(2) != null ? effectOf(word.group(2)) : Effect.PRINTS;
        return 2;
    }

    private static Effect effectOf(String word) {
        if (OPENERS.contains(word)) {
            return Effect.OPENS;
        }
        return switch (word) {
            case "else" -> Effect.ELSE;
            case "end" -> Effect.ENDS;
            default -> word.endsWith("=") ? Effect.SILENT : Effect.PRINTS;
        };
    }

    private int closeComment(String line, int at) {
        if (!line.startsWith("*/", at)) {
            return 1;
        }
        comment = false;
        return 2;
    }

    private void insideQuotes(char c) {
        if (escape.isOpen()) {
            escape.accept(c);
        } else if (c == quote) {
            quote = NONE;
        } else if (c == '\\' && quote != '`') {
            escape.accept(c);
        }
    }

    private int insideAction(String line, int at) {
        char c = line.charAt(at);
        if (line.startsWith("}}", at)) {
            inside = false;
            return 2;
        }
        if (c == '"' || c == '\'' || c == '`') {
            quote = c;
            quoteStart = at;
        }
        return 1;
    }
}
