package dev.chartwright.render;

/** Knows whether the next character of a double-quoted string belongs to a backslash escape. */
final class EscapeRun {
    private int pending;
    private boolean named;

    boolean isOpen() {
        return pending > 0;
    }

    void reset() {
        pending = 0;
        named = false;
    }

    /** Takes a backslash, or a character of the escape that one has begun. */
    void accept(char c) {
        if (pending == 0) {
            pending = 1;
            named = false;
        } else if (named) {
            pending--;
        } else {
            named = true;
            pending = hexDigits(c);
        }
    }

    private static int hexDigits(char c) {
        return switch (c) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
    }
}
