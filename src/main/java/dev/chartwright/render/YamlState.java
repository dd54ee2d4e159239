package dev.chartwright.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Follows quotes, flow collections and comments of YAML through a template, outside {@code {{ }}}. */
final class YamlState {
    /** Where in a line we are: a scalar may begin, a plain one goes on, or a quoted one has ended. */
    enum Slot {
        START,
        PLAIN,
        AFTER
    }

    /** A stretch of a line whose quotes turned out not to make a scalar of their own. */
    record Void(int from, int to, Spot spot) {}

    private static final Pattern KEY_END = Pattern.compile("\\s*:(\\s.*)?");
    private static final char NONE = 0;
    private static final int EARLIER_LINE = -1;

    private final EscapeRun escape = new EscapeRun();
    private final BlockScalar block = new BlockScalar();
    private final Deque<Slot> branches = new ArrayDeque<>();
    private final List<Void> voids = new ArrayList<>();
    private Slot slot = Slot.START;
    private boolean lineStart;
    private boolean keyNeeded;
    private boolean comment;
    private int depth;
    private char quote = NONE;
    private int quoteStart;

    void startLine(String line, boolean insideAction) {
        voids.clear();
        comment = false;
        if (quote != NONE) {
            quoteStart = EARLIER_LINE;
        } else if (!insideAction) {
            block.startLine(line);
            begin(depth == 0);
        }
    }

    void endLine(String line) {
        if (quote != NONE) {
            voids.add(new Void(quoteStart, line.length(), Spot.SPLIT));
        }
    }

    List<Void> voids() {
        return voids;
    }

    char quote() {
        return quote;
    }

    int depth() {
        return depth;
    }

    Slot slot() {
        return slot;
    }

    boolean isComment() {
        return comment;
    }

    Spot spot() {
        if (comment) {
            return Spot.COMMENT;
        }
        if (block.isOpen()) {
            return Spot.BLOCK;
        }
        if (quote == '\'') {
            return Spot.SINGLE_QUOTED;
        }
        if (quote == NONE) {
            return Spot.BARE;
        }
        return escape.isOpen() ? Spot.ESCAPED : Spot.QUOTED;
    }

    /** Something was printed here whose text we do not know. */
    void printed() {
        if (quote == NONE) {
            slot = Slot.PLAIN;
            lineStart = false;
        }
        escape.reset();
    }

    /** After a section that may be absent, a scalar may begin where the section began. */
    void resume(Slot earlier) {
        slot = earlier;
    }

    void acted(ActionState.Effect effect) {
        switch (effect) {
            case PRINTS -> printed();
            case OPENS -> branches.push(slot);
            case ELSE -> slot = branches.isEmpty() ? slot : branches.peek();
            case ENDS -> branches.pollFirst();
            case SILENT -> {}
        }
    }

    int accept(String line, int at) {
        if (comment || block.isOpen()) {
            return 1;
        }
        if (quote == '\'') {
            return insideSingle(line, at);
        }
        if (quote == '"') {
            insideDouble(line, at);
        } else if (!Character.isWhitespace(line.charAt(at))) {
            outside(line, at);
        }
        return 1;
    }

    private int insideSingle(String line, int at) {
        if (line.startsWith("''", at)) {
            return 2;
        }
        if (line.charAt(at) == '\'') {
            close(line, at);
        }
        return 1;
    }

    private void insideDouble(String line, int at) {
        char c = line.charAt(at);
        if (escape.isOpen() || c == '\\') {
            escape.accept(c);
        } else if (c == '"') {
            close(line, at);
        }
    }

    private void close(String line, int at) {
        if (keyNeeded && !KEY_END.matcher(line).region(at + 1, line.length()).matches()) {
            voids.add(new Void(quoteStart, at, Spot.CONTINUED));
        }
        if (quoteStart == EARLIER_LINE) {
            voids.add(new Void(EARLIER_LINE, at, Spot.SPLIT));
        }
        quote = NONE;
        slot = Slot.AFTER;
    }

    private void outside(String line, int at) {
        char c = line.charAt(at);
        if (c == '#' && (at == 0 || Character.isWhitespace(line.charAt(at - 1)))) {
            comment = true;
        } else if (c == ':' && endsKey(line, at)) {
            begin(false);
        } else if (depth > 0 && ",]}".indexOf(c) >= 0) {
            insideFlow(c);
        } else if (slot == Slot.START) {
            atStart(line, at, c);
        } else {
            slot = slot == Slot.AFTER ? Slot.AFTER : Slot.PLAIN;
        }
    }

    private boolean endsKey(String line, int at) {
        boolean spaced = at + 1 == line.length() || Character.isWhitespace(line.charAt(at + 1));
        return spaced || (depth > 0 && slot == Slot.AFTER);
    }

    private void insideFlow(char c) {
        if (c == ',') {
            begin(false);
        } else {
            depth--;
            slot = Slot.AFTER;
        }
    }

    private void atStart(String line, int at, char c) {
        if (c == '"' || c == '\'') {
            open(c, at);
        } else if (c == '[' || c == '{') {
            depth++;
            begin(false);
        } else if (isEntry(line, at, c) || (depth == 0 && block.openAt(line, at))) {
            begin(false);
        } else {
            printed();
        }
    }

    /** A dash or question mark that begins an entry; what follows is a value, not a continued line. */
    private boolean isEntry(String line, int at, char c) {
        boolean spaced = at + 1 == line.length() || line.charAt(at + 1) == ' ';
        return spaced && (c == '-' || c == '?');
    }

    private void open(char c, int at) {
        quote = c;
        quoteStart = at;
        keyNeeded = lineStart;
        lineStart = false;
        escape.reset();
    }

    private void begin(boolean atLineStart) {
        slot = Slot.START;
        lineStart = atLineStart;
    }
}
