package dev.chartwright.render;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.chartwright.problem.Origins;

/**
 * A value and the shape it was declared with; names are looked up in that shape, when checking and when rendering alike.
 *
 * @param shape its declared shape
 * @param value the value
 * @param pointer where the values have it, as far as names tell: JSON pointer whose last parts may be of our own making
 */
record Scope(Shape shape, Object value, String pointer) {
    /** The value that templates start from. */
    static Scope root(Shape shape, Object value) {
        return new Scope(shape, value, "");
    }

    /** A part of it. */
    Scope part(String name, Shape partShape, Object part) {
        return new Scope(partShape, part, pointer + Origins.pointer(name));
    }

    /** What a section of it goes over; empty when the section is absent. */
    List<Scope> elements(Scope around) {
        return switch (shape.kind()) {
            case FLAG -> value.equals(true) ? List.of(around) : List.of();
            case TEXT -> value.equals("") ? List.of() : List.of(this);
            case OPTIONAL ->
                ((Optional<?>) value)
                        .stream()
                                .map(present -> new Scope(inside(), present, pointer))
                                .toList();
            case LIST -> items((Collection<?>) value);
            case RECORD, CHOICE, NUMBER, OTHER -> List.of(this);
        };
    }

    /** How it prints, before it is encoded: constants as words with dashes, the rest as it is. */
    String text() {
        return shape.kind() == Shape.Kind.CHOICE
                ? ((Enum<?>) value).name().toLowerCase(Locale.ROOT).replace('_', '-')
                : value.toString();
    }

    private List<Scope> items(Collection<?> values) {
        List<Scope> items = new ArrayList<>();
        for (Object item : values) {
            items.add(part(Accessor.nameOf(inside(), item).orElse(Integer.toString(items.size())), inside(), item));
        }
        return items;
    }

    private Shape inside() {
        return shape.element().orElseThrow();
    }
}
