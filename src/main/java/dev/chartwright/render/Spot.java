package dev.chartwright.render;

/** What surrounds a tag. */
enum Spot {
    QUOTED("between double quotes"),
    BARE("outside quotes"),
    SINGLE_QUOTED("between single quotes, where escapes mean nothing"),
    BLOCK("in a block scalar, where escapes mean nothing"),
    PLAIN_FILE("in plain text, where escapes mean nothing"),
    ACTION("in a `{{ }}` expression, outside its double quotes"),
    ESCAPED("right behind a backslash, which would eat its first character"),
    SPLIT("in a quoted scalar that does not open and close on this line"),
    CONTINUED("in quotes that begin a line and are no key, so YAML may read them as part of the line before"),
    COMMENT("in a comment");

    private final String words;

    Spot(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
