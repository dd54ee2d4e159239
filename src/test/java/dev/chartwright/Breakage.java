package dev.chartwright;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

import dev.chartwright.problem.Location;

/** What a mutation does to the place that it was given. */
@FunctionalInterface
interface Breakage {
    /**
     * Breaks a text.
     *
     * @param lines the file
     * @param key where the key stands
     * @param value where its value stands
     * @param last last line of the value
     * @return the broken file
     */
    List<String> apply(Lines lines, Location key, Location value, int last, Random random);

    /** Another value in the place of a scalar. */
    static Breakage value(String text) {
        return value(old -> text);
    }

    /** A value made of the old one. */
    static Breakage value(UnaryOperator<String> change) {
        return (lines, key, value, last, random) -> lines.replaced(value, change.apply(lines.token(value)));
    }

    /** A name with a letter too many at the end. */
    static Breakage rename() {
        return value(old -> old.endsWith("\"") ? old.substring(0, old.length() - 1) + "z\"" : old + "z");
    }

    /** A key with a letter missing or twice. */
    static Breakage misspell() {
        return (lines, key, value, last, random) -> {
            String name = lines.token(key);
            int at = 1 + random.nextInt(name.length() - 1);
            String twice = name.substring(0, at) + name.charAt(at) + name.substring(at);
            String missing = name.substring(0, at) + name.substring(at + 1);
            boolean much = random.nextBoolean() || missing.equals(name);
            return lines.replaced(key, much ? twice : missing);
        };
    }

    /** A key of another name. */
    static Breakage renameKey() {
        return (lines, key, value, last, random) -> lines.replaced(key, lines.token(key) + "z");
    }

    /** Nothing left of it. */
    static Breakage drop() {
        return (lines, key, value, last, random) -> lines.without(key, value, last);
    }

    /** The same twice. */
    static Breakage duplicate() {
        return (lines, key, value, last, random) -> lines.twice(key, last);
    }
}
