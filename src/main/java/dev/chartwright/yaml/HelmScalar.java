package dev.chartwright.yaml;

import java.util.Locale;
import java.util.Optional;

/**
 * One text in YAML, quoted and folded with the rules of the emitter that Helm uses.
 *
 * <p>The text holds neither line breaks nor control characters, {@link HelmText} has taken them out.
 */
final class HelmScalar {
    private static final int WIDTH = 80;
    private static final String FIRST_INDICATORS = "#,[]{}&*!|>'\"%@`";

    private final int[] text;
    private final String indent;
    private final StringBuilder out = new StringBuilder();
    private int column;

    HelmScalar(String text, int column, int indent) {
        this.text = text.codePoints().toArray();
        this.column = column;
        this.indent = " ".repeat(indent);
    }

    String write() {
        if (isDoubleQuoted()) {
            return quoted('"');
        }
        if (isPlain()) {
            body(Optional.empty());
            return out.toString();
        }
        return quoted('\'');
    }

    private boolean isDoubleQuoted() {
        String whole = new String(text, 0, text.length);
        return !PlainText.isText(whole) || whole.codePoints().anyMatch(character -> !isWritable(character));
    }

    /** The emitter writes characters beyond the basic plane as escapes. */
    private static boolean isWritable(int character) {
        return character >= 0x20 && character < 0xFFFE && character != 0x7F && character != 0xFEFF;
    }

    private boolean isPlain() {
        int last = text.length - 1;
        boolean outerSpace = text[0] == ' ' || text[last] == ' ';
        return !outerSpace && !beginsLikeSyntax() && !holdsSyntax();
    }

    private boolean beginsLikeSyntax() {
        String start = new String(text, 0, Math.min(3, text.length));
        boolean marker = start.equals("---") || start.equals("...");
        boolean openEnd = "?:-".indexOf(text[0]) >= 0 && isSpaceOrEnd(1);
        return marker || openEnd || FIRST_INDICATORS.indexOf(text[0]) >= 0;
    }

    private boolean holdsSyntax() {
        for (int i = 1; i < text.length; i++) {
            boolean key = text[i] == ':' && isSpaceOrEnd(i + 1);
            boolean comment = text[i] == '#' && text[i - 1] == ' ';
            if (key || comment) {
                return true;
            }
        }
        return false;
    }

    private boolean isSpaceOrEnd(int index) {
        return index >= text.length || text[index] == ' ';
    }

    private String quoted(char quote) {
        put(quote);
        body(Optional.of(quote));
        put(quote);
        return out.toString();
    }

    private void body(Optional<Character> quote) {
        boolean afterSpace = false;
        for (int i = 0; i < text.length; i++) {
            boolean space = text[i] == ' ';
            if (space && !afterSpace && foldsAt(i, quote)) {
                fold(i, quote);
            } else {
                character(text[i], quote);
            }
            afterSpace = space;
        }
    }

    private boolean foldsAt(int index, Optional<Character> quote) {
        boolean nextIsSpace = index + 1 < text.length && text[index + 1] == ' ';
        boolean inside = index > 0 && index < text.length - 1;
        boolean mayPrecedeSpace = quote.isPresent() && quote.get() == '"';
        return column > WIDTH && inside && (mayPrecedeSpace || !nextIsSpace);
    }

    private void fold(int index, Optional<Character> quote) {
        out.append('\n').append(indent);
        column = indent.length();
        if (quote.isPresent() && quote.get() == '"' && text[index + 1] == ' ') {
            put('\\');
        }
    }

    private void character(int character, Optional<Character> quote) {
        if (quote.isPresent() && quote.get() == '"') {
            escaped(character);
            return;
        }
        if (quote.isPresent() && character == '\'') {
            put('\'');
        }
        put(character);
    }

    private void escaped(int character) {
        if (character == '"' || character == '\\') {
            put('\\');
            put(character);
        } else if (isWritable(character)) {
            put(character);
        } else {
            String form = character > 0xFFFF ? "\\U%08X" : "\\u%04X";
            String.format(Locale.ROOT, form, character).chars().forEach(this::put);
        }
    }

    private void put(int character) {
        out.appendCodePoint(character);
        column++;
    }
}
