package dev.chartwright.render;

/** A part of a template's line. */
sealed interface Piece permits Piece.Text, Tag {
    /** Characters that are printed as they are. */
    record Text(String text) implements Piece {}
}
