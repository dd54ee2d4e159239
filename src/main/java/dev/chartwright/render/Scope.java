package dev.chartwright.render;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A value and the shape it was declared with; names are looked up in that shape, when checking and when rendering alike.
 *
 * @param shape its declared shape
 * @param value the value
 */
record Scope(Shape shape, Object value) {
    /** What a section of it goes over; empty when the section is absent. */
    List<Scope> elements(Scope around) {
        return switch (shape.kind()) {
            case FLAG -> value.equals(true) ? List.of(around) : List.of();
            case TEXT -> value.equals("") ? List.of() : List.of(this);
            case OPTIONAL -> ((Optional<?>) value).stream().map(this::element).toList();
            case LIST -> ((Collection<?>) value).stream().map(this::element).toList();
            case RECORD, CHOICE, NUMBER, OTHER -> List.of(this);
        };
    }

    /** How it prints, before it is encoded: constants as words with dashes, the rest as it is. */
    String text() {
        return shape.kind() == Shape.Kind.CHOICE
                ? ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    private Scope element(Object element) {
        return new Scope(shape.element().orElseThrow(), element);
    }
}
