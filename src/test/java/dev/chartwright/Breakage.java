package dev.chartwright;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import dev.chartwright.problem.Location;

/** What a mutation does to the node that it was given; gives the same text where it does not fit. */
@FunctionalInterface
interface Breakage {
    Broken apply(BrokenNode node, Random random);

    /** Another value in the place of a scalar or of a collection in one line. */
    static Breakage value(String text) {
        return (node, random) -> replaced(node, text);
    }

    /** A value made of the old one. */
    static Breakage value(UnaryOperator<String> change) {
        return (node, random) -> node.scalar().isEmpty() || node.value().line() != node.lastLine()
                ? same(node)
                : replaced(node, change.apply(node.scalar()));
    }

    /** A name with a letter too many at the end. */
    static Breakage rename() {
        return value(old -> old.endsWith("\"") ? old.substring(0, old.length() - 1) + "z\"" : old + "z");
    }

    /** A key with a letter missing or twice. */
    static Breakage misspell() {
        return (node, random) -> {
            String name = node.lines().token(node.key());
            int at = 1 + random.nextInt(name.length() - 1);
            String twice = name.substring(0, at) + name.charAt(at) + name.substring(at);
            String missing = name.substring(0, at) + name.substring(at + 1);
            return renamed(node, random.nextBoolean() || missing.equals(name) ? twice : missing);
        };
    }

    /** A key of another name. */
    static Breakage renameKey() {
        return renameKey(old -> old + "z");
    }

    static Breakage renameKey(UnaryOperator<String> change) {
        return (node, random) ->
                renamed(node, change.apply(node.lines().token(node.key()))).renamed();
    }

    /** Nothing left of it: its lines, or its part of a line. */
    static Breakage drop() {
        return (node, random) -> {
            if (!node.ownLines().isEmpty()) {
                return Broken.gone(node.lines().without(node.key().line(), node.lastLine()));
            }
            return node.key().line() == node.value().line() && !node.beginsItem() ? cut(node) : same(node);
        };
    }

    /** The same twice. */
    static Breakage duplicate() {
        return copy(UnaryOperator.identity());
    }

    /** A second one of another name that says the same. */
    static Breakage copyAs(String name) {
        return copy(old -> name);
    }

    /** A second one of another name, with a change in its text. */
    static Breakage copyAs(String name, UnaryOperator<String> change) {
        return copy(old -> name, change);
    }

    private static Breakage copy(UnaryOperator<String> rename) {
        return copy(rename, UnaryOperator.identity());
    }

    private static Breakage copy(UnaryOperator<String> rename, UnaryOperator<String> change) {
        return (node, random) -> {
            Lines lines = node.lines();
            String name = lines.token(node.key());
            int length = name.length();
            if (node.ownLines().isEmpty()) {
                int from = lines.offset(node.key());
                String line = lines.line(node.key().line());
                String text = rename.apply(name) + change.apply(node.inline().substring(length)) + ", ";
                Lines longer = lines.with(node.key().line(), line.substring(0, from) + text + line.substring(from));
                return Broken.inline(
                        longer,
                        node.key().line(),
                        from,
                        from + text.length() + node.inline().length());
            }
            List<String> own = node.ownLines();
            String whole = String.join("\n", own).stripLeading().substring(length);
            String text = lines.indent(node.key()) + rename.apply(name) + change.apply(whole);
            Lines longer = lines.after(node.lastLine(), text.lines().toList());
            return Broken.lines(longer, node.key().line(), node.lastLine() + own.size());
        };
    }

    /** Another value for a key of a map, which it may or may not have. */
    static Breakage set(String key, String text) {
        return (node, random) -> {
            BrokenNode child = node.child(key);
            Broken broken = child.isThere() ? replaced(child, text) : inserted(node, key + ": " + text);
            return broken.ofChild(key);
        };
    }

    /** One more item of a list in one line, or of a map. */
    static Breakage add(String item) {
        return (node, random) -> inserted(node, item);
    }

    private static Broken inserted(BrokenNode node, String text) {
        Lines lines = node.lines();
        Location value = node.value();
        String line = lines.line(value.line());
        if (lines.isFlow(value)) {
            int from = lines.offset(value) + 1;
            boolean empty = "}]".indexOf(line.substring(from).strip().charAt(0)) >= 0;
            String more = empty ? text : text + ", ";
            Lines longer = lines.with(value.line(), line.substring(0, from) + more + line.substring(from));
            return Broken.inline(longer, value.line(), from, from + text.length());
        }
        if (node.scalar().isEmpty() && line.substring(lines.offset(value)).startsWith("- ")) {
            return Broken.lines(
                    lines.after(value.line() - 1, List.of(lines.indent(value) + "- " + text)),
                    value.line(),
                    value.line());
        }
        return lines.startsLine(value)
                ? Broken.lines(
                        lines.after(value.line() - 1, List.of(lines.indent(value) + text)), value.line(), value.line())
                : same(node);
    }

    private static Broken replaced(BrokenNode node, String text) {
        Lines lines = node.lines();
        Location value = node.value();
        if (value.line() != node.lastLine()
                || !lines.isFlow(value) && node.scalar().isEmpty()) {
            return node.isItem() || node.ownLines().isEmpty() ? same(node) : rewritten(node, text);
        }
        String line = lines.line(value.line());
        int from = lines.offset(value);
        Lines changed = lines.with(value.line(), line.substring(0, from) + text + line.substring(node.end()));
        int start = node.key().line() == value.line() ? lines.offset(node.key()) : from;
        return Broken.inline(changed, value.line(), start, from + text.length());
    }

    /** With a value of one line in the place of several. */
    private static Broken rewritten(BrokenNode node, String text) {
        Location key = node.key();
        String line = node.lines().indent(key) + node.lines().token(key) + ": " + text;
        Lines without = node.lines().without(key.line(), node.lastLine());
        return Broken.lines(without.after(key.line() - 1, List.of(line)), key.line(), key.line());
    }

    private static Broken renamed(BrokenNode node, String name) {
        Lines lines = node.lines();
        Location key = node.key();
        String line = lines.line(key.line());
        int from = lines.offset(key);
        Lines changed = lines.with(key.line(), line.substring(0, from) + name + line.substring(from + key.length()));
        return node.ownLines().isEmpty()
                ? Broken.inline(changed, key.line(), from, node.end() + name.length() - key.length())
                : Broken.lines(changed, key.line(), node.lastLine());
    }

    private static Broken cut(BrokenNode node) {
        Lines lines = node.lines();
        String line = lines.line(node.key().line());
        String before = line.substring(0, lines.offset(node.key()));
        String rest = line.substring(node.end());
        String text = rest.startsWith(",")
                ? before + rest.substring(1).stripLeading()
                : before.replaceFirst(",\\s*$", "") + rest;
        return Broken.gone(lines.with(node.key().line(), text));
    }

    private static Broken same(BrokenNode node) {
        return Broken.gone(node.lines());
    }
}
