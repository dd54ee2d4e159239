package dev.chartwright.registry;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A text whose escapes are undone, each letter with the place that it has in the text as it was: those of addresses
 * ({@code %2F}), HTML ({@code &amp;}) and JSON ({@code \u0026}).
 */
final class Unescaped {
    private static final int LONGEST_NAME = 9;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;

    /** HTML's names of the signs that passwords are made of. */
    private static final Map<String, Character> NAMES = Map.ofEntries(
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("apos", '\''),
            Map.entry("excl", '!'),
            Map.entry("num", '#'),
            Map.entry("dollar", '$'),
            Map.entry("percnt", '%'),
            Map.entry("lpar", '('),
            Map.entry("rpar", ')'),
            Map.entry("ast", '*'),
            Map.entry("plus", '+'),
            Map.entry("comma", ','),
            Map.entry("period", '.'),
            Map.entry("sol", '/'),
            Map.entry("colon", ':'),
            Map.entry("semi", ';'),
            Map.entry("equals", '='),
            Map.entry("quest", '?'),
            Map.entry("commat", '@'),
            Map.entry("lsqb", '['),
            Map.entry("lbrack", '['),
            Map.entry("bsol", '\\'),
            Map.entry("rsqb", ']'),
            Map.entry("rbrack", ']'),
            Map.entry("hat", '^'),
            Map.entry("lowbar", '_'),
            Map.entry("grave", '`'),
            Map.entry("lcub", '{'),
            Map.entry("verbar", '|'),
            Map.entry("rcub", '}'));

    private final StringBuilder letters = new StringBuilder();
    private final int[] starts;
    private final int[] ends;

    private Unescaped(int most) {
        starts = new int[most];
        ends = new int[most];
    }

    /**
     * A letter for an escape.
     *
     * @param letter what it means
     * @param length of the escape
     */
    private record Escape(char letter, int length) {}

    static Unescaped of(String text) {
        Unescaped plain = new Unescaped(text.length());
        for (int at = 0; at < text.length(); at++) {
            plain.add(text.charAt(at), at, at + 1);
        }
        return plain;
    }

    private void add(char letter, int start, int end) {
        starts[letters.length()] = start;
        ends[letters.length()] = end;
        letters.append(letter);
    }

    int length() {
        return letters.length();
    }

    char letter(int at) {
        return letters.charAt(at);
    }

    int start(int at) {
        return starts[at];
    }

    int end(int at) {
        return ends[at];
    }

    /** A secret may be broken into lines. */
    Unescaped withoutBlanks() {
        Unescaped dense = new Unescaped(length());
        for (int at = 0; at < length(); at++) {
            if (!Character.isWhitespace(letter(at))) {
                dense.add(letter(at), start(at), end(at));
            }
        }
        return dense;
    }

    /** With one layer of escapes less. */
    Unescaped undone() {
        Unescaped undone = new Unescaped(length());
        int at = 0;
        while (at < length()) {
            Escape escape = escape(at).orElse(new Escape(letter(at), 1));
            undone.add(escape.letter(), start(at), end(at + escape.length() - 1));
            at += escape.length();
        }
        return undone;
    }

    private Optional<Escape> escape(int at) {
        return switch (letter(at)) {
            case '%' -> number(at + 1, 2, HEXADECIMAL).map(letter -> new Escape(letter, 3));
            case '\\' -> ofJson(at);
            case '&' -> ofHtml(at);
            default -> Optional.empty();
        };
    }

    private Optional<Escape> ofJson(int at) {
        if (at + 1 >= length()) {
            return Optional.empty();
        }
        return switch (letter(at + 1)) {
            case 'u' -> number(at + 2, 4, HEXADECIMAL).map(letter -> new Escape(letter, 6));
            case 'x' -> number(at + 2, 2, HEXADECIMAL).map(letter -> new Escape(letter, 4));
            case '"', '\'', '\\', '/' -> Optional.of(new Escape(letter(at + 1), 2));
            default -> Optional.empty();
        };
    }

    private Optional<Escape> ofHtml(int at) {
        int end =
                letters.substring(at, Math.min(length(), at + LONGEST_NAME + 1)).indexOf(';');
        if (end < 0) {
            return Optional.empty();
        }
        String name = letters.substring(at + 1, at + end).toLowerCase(Locale.ROOT);
        Optional<Character> letter = name.startsWith("#x")
                ? number(at + 3, name.length() - 2, HEXADECIMAL)
                : name.startsWith("#")
                        ? number(at + 2, name.length() - 1, DECIMAL)
                        : Optional.ofNullable(NAMES.get(name));
        return letter.map(meant -> new Escape(meant, end + 1));
    }

    private Optional<Character> number(int from, int digits, int base) {
        if (digits < 1 || from + digits > length()) {
            return Optional.empty();
        }
        String text = letters.substring(from, from + digits);
        boolean isNumber = text.chars()
                .allMatch(digit -> base == DECIMAL ? digit >= '0' && digit <= '9' : HexFormat.isHexDigit(digit));
        return isNumber ? Optional.of((char) Integer.parseInt(text, base)) : Optional.empty();
    }
}
