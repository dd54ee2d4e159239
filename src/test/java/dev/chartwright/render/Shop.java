package dev.chartwright.render;

import java.util.List;
import java.util.Optional;

/** A root type of the tests' own, with every shape a template can meet. */
public record Shop(
        String name,
        int count,
        boolean open,
        Mood mood,
        Optional<String> note,
        List<String> tags,
        List<Item> items,
        Optional<Owner> owner)
        implements Named {
    static final Shop SMALL = new Shop(
            "corner",
            3,
            true,
            Mood.VERY_GOOD,
            Optional.of("fresh"),
            List.of("a", "b"),
            List.of(new Item("apple", 7, List.of(new Part("core"), new Part("peel"))), new Item("pear", 0, List.of())),
            Optional.of(new Owner("kim", "kim@example.org")));

    static final Shop BARE =
            new Shop("", 0, false, Mood.VERY_GOOD, Optional.empty(), List.of(), List.of(), Optional.empty());

    /** Things as a name of an interface shows them: what an item has beyond it does not count. */
    public List<Named> things() {
        return List.copyOf(items);
    }

    /** The same shop under another name. */
    Shop named(String newName) {
        return new Shop(newName, count, open, mood, note, tags, items, owner);
    }

    /** The same shop with other items. */
    Shop selling(List<Item> newItems) {
        return new Shop(name, count, open, mood, note, tags, newItems, owner);
    }

    /** Something for sale. */
    public record Item(String name, int price, List<Part> parts) implements Named {
        public boolean isFree() {
            return price == 0;
        }
    }

    /** A part of an item. */
    public record Part(String name) {}

    /** Who owns the shop. */
    public record Owner(String name, String mail) {}

    /** A constant of several words. */
    public enum Mood {
        VERY_GOOD
    }
}
