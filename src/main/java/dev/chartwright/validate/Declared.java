package dev.chartwright.validate;

import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * Something that the values declare for others to use.
 *
 * @param kind what it is, as a message says it
 * @param name its name, as a message says it; with its namespace where names are unique in one only
 * @param place where it is declared
 * @param absence how a message says that nothing uses it
 * @param used whether anything of the platform does
 * @param unused why it may stay without
 * @param fix what to do about it when nothing uses it
 */
record Declared(
        String kind, String name, Place place, String absence, boolean used, Optional<String> unused, String fix) {
    Declared(String kind, String name, Place place, String absence, boolean used, Optional<String> unused) {
        this(kind, name, place, absence, used, unused, "remove it, or say in its `unused` who needs it all the same");
    }

    boolean is(String otherKind, String otherName) {
        return kind.equals(otherKind) && name.equals(otherName);
    }

    Stream<Problem> problem() {
        if (used == unused.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(used ? needless() : nobody());
    }

    private Problem nobody() {
        return new Problem(
                place.key(),
                "unused-declaration",
                kind + " " + Quote.of(name) + " is declared, and " + absence,
                "what nothing uses is often a name that was misspelt or left behind, and its upkeep is for nothing",
                fix);
    }

    private Problem needless() {
        return new Problem(
                place.then("unused").key(),
                "needless-unused",
                kind + " " + Quote.of(name) + " is said to be unused, and something of the platform uses it",
                "a reason that is no longer true hides it when the last user goes",
                "remove the line");
    }
}
