package dev.chartwright.validate;

/**
 * Whether a regular expression is one for whole texts: each of its alternatives goes from {@code ^} to {@code $}.
 *
 * <p>Programs that look for an expression anywhere in a text let in whatever has a matching piece.
 */
final class WholePattern {
    private static final String FLAGS = "^\\(\\?[a-zA-Z]+\\)";

    private final String text;
    private int at;
    private int depth;
    private boolean begins = true;
    private boolean ended;
    private boolean whole = true;
    private int alternatives = 1;

    private WholePattern(String text) {
        this.text = text.replaceFirst(FLAGS, "");
        while (at < this.text.length()) {
            read();
        }
        whole &= ended;
    }

    static boolean is(String text) {
        return new WholePattern(text).whole;
    }

    /** The same expression for whole texts. */
    static String of(String text) {
        if (new WholePattern(text).alternatives > 1) {
            return "^(" + text + ")$";
        }
        String begun = text.startsWith("^") ? text : "^" + text;
        return is(begun) ? begun : begun + "$";
    }

    private void read() {
        char here = text.charAt(at);
        if (here == '|' && depth == 0) {
            whole &= ended;
            alternatives++;
            begins = true;
            ended = false;
            at++;
            return;
        }
        whole &= !begins || here == '^';
        begins = false;
        ended = here == '$' && depth == 0;
        depth += here == '(' ? 1 : here == ')' ? -1 : 0;
        at = next(here);
    }

    /** Behind what stands here: a character, one behind a backslash, or a class. */
    private int next(char here) {
        if (here == '\\') {
            return at + 2;
        }
        return here == '[' ? behindClass() : at + 1;
    }

    /** A bracket that comes first in a class is one of its characters. */
    private int behindClass() {
        int first = text.startsWith("^", at + 1) ? at + 2 : at + 1;
        int index = text.startsWith("]", first) ? first + 1 : first;
        while (index < text.length() && text.charAt(index) != ']') {
            boolean named = text.startsWith("[:", index) && text.indexOf(":]", index) > 0;
            int skipped = text.charAt(index) == '\\' ? 2 : 1;
            index = named ? text.indexOf(":]", index) + 2 : index + skipped;
        }
        return index + 1;
    }
}
