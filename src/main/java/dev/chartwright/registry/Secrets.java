package dev.chartwright.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Everything that went out as a login, so that no message ever holds it.
 *
 * <p>A registry may send back what it was sent in any form, cut, or inside something else. So what is looked for is any
 * piece of a secret that is long enough to matter, in the text as it is and with its escapes undone; what is hidden is
 * the whole word around it.
 */
final class Secrets {
    private static final int SHORTEST = 3;

    /** So long a piece is no accident, and fits into a number. */
    private static final int LONGEST_PIECE = 8;

    /** Nobody escapes more often. */
    private static final int MOST_ESCAPES = 3;

    /** What no header can carry was never sent. */
    private static final int LONGEST = 64 * 1024;

    private static final String HIDDEN = "***";
    private static final int TRIPLE = 3;

    /** By their length. */
    private final Map<Integer, Set<Long>> pieces = new ConcurrentHashMap<>();

    void add(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Stream.concat(
                        Stream.of(
                                text,
                                new String(bytes, StandardCharsets.ISO_8859_1),
                                HexFormat.of().formatHex(bytes)),
                        base64(bytes).stream())
                .forEach(this::addForm);
    }

    /** As it looks at each of the three places where it can begin in a longer text; without what its neighbours change. */
    private static List<String> base64(byte[] bytes) {
        return Stream.of(0, 1, 2)
                .map(before -> {
                    byte[] shifted = new byte[before + bytes.length];
                    System.arraycopy(bytes, 0, shifted, before, bytes.length);
                    String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
                    int first = before == 0 ? 0 : before + 1;
                    int last = shifted.length % TRIPLE == 0 ? encoded.length() : encoded.length() - 1;
                    return encoded.substring(Math.min(first, last), last);
                })
                .filter(form -> form.length() >= SHORTEST)
                .toList();
    }

    private void addForm(String form) {
        int length = pieceOf(form.length());
        Set<Long> known = pieces.computeIfAbsent(length, any -> ConcurrentHashMap.newKeySet());
        Window window = new Window(length);
        form.chars().forEach(letter -> {
            window.add((char) letter);
            if (window.isFull()) {
                known.add(window.value());
            }
        });
    }

    /** Two thirds of it: a short one without its last letter is a secret still. */
    private static int pieceOf(int length) {
        return Math.max(SHORTEST, Math.min(LONGEST_PIECE, (2 * length + 2) / TRIPLE));
    }

    /** A text of the other side, which may send back what it was sent. */
    String hide(String text) {
        BitSet hidden = new BitSet(text.length());
        Unescaped view = Unescaped.of(text);
        for (int times = 0; times <= MOST_ESCAPES; times++) {
            mark(view, hidden);
            mark(view.withoutBlanks(), hidden);
            Unescaped next = view.undone();
            if (next.length() == view.length()) {
                break;
            }
            view = next;
        }
        return hidden.isEmpty() ? text : masked(text, hidden);
    }

    private void mark(Unescaped view, BitSet hidden) {
        pieces.forEach((length, known) -> {
            Window window = new Window(length);
            for (int at = 0; at < view.length(); at++) {
                window.add(view.letter(at));
                if (window.isFull() && known.contains(window.value())) {
                    hidden.set(view.start(at - length + 1), view.end(at));
                }
            }
        });
    }

    /** What stands around a piece may be the rest of it, in a form that nobody thought of. */
    private static String masked(String text, BitSet hidden) {
        StringBuilder masked = new StringBuilder();
        int at = 0;
        for (int start = hidden.nextSetBit(0); start >= 0; start = hidden.nextSetBit(at)) {
            int from = start;
            while (from > at && isOfWord(text.charAt(from - 1))) {
                from--;
            }
            int to = hidden.nextClearBit(start);
            while (to < text.length() && (hidden.get(to) || isOfWord(text.charAt(to)))) {
                to++;
            }
            masked.append(text, at, from).append(HIDDEN);
            at = to;
        }
        return masked.append(text.substring(at)).toString();
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || "+=_-%&#;\\~.!$*".indexOf(letter) >= 0;
    }

    /** The last letters of a text, as one number; letters that encodings and people confuse are alike. */
    private static final class Window {
        private final int length;
        private final long mask;
        private long value;
        private int seen;

        Window(int length) {
            this.length = length;
            mask = length == LONGEST_PIECE ? -1L : (1L << Byte.SIZE * length) - 1;
        }

        void add(char letter) {
            value = (value << Byte.SIZE | folded(letter) & 0xFF) & mask;
            seen++;
        }

        boolean isFull() {
            return seen >= length;
        }

        long value() {
            return value;
        }

        private static char folded(char letter) {
            return switch (letter) {
                case '-', ' ' -> '+';
                case '_' -> '/';
                default -> Character.toLowerCase(letter);
            };
        }
    }
}
