package dev.chartwright.render;

/** A type that templates know by its interface alone. */
public interface Named {
    String name();

    /** A default method, which is a name too. */
    default String title() {
        return "the " + name();
    }
}
