package dev.chartwright.render;

import dev.chartwright.problem.Location;

/**
 * One {@code <% %>} of a template.
 *
 * @param id names it in the rewritten template; a close tag has the id of what it closes
 * @param kind what it does
 * @param name what it names; {@code .} is the current element
 * @param location where it stands, the tag whole
 * @param offset index of its first character in the line
 * @param spot what surrounds it
 */
record Tag(String id, Kind kind, String name, Location location, int offset, Spot spot) implements Piece {
    enum Kind {
        VALUE(""),
        SECTION("#"),
        INVERTED("^"),
        CLOSE("/"),
        PARTIAL(">"),
        COMMENT("!");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    Tag at(Spot newSpot) {
        return new Tag(id, kind, name, location, offset, newSpot);
    }

    boolean opens() {
        return kind == Kind.SECTION || kind == Kind.INVERTED;
    }

    /** Whether a line that holds nothing else disappears. */
    boolean mayVanish() {
        return opens() || kind == Kind.CLOSE || kind == Kind.COMMENT;
    }

    String written() {
        return "<%" + kind.sign() + name + "%>";
    }
}
