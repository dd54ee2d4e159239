package dev.chartwright.render;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * What a template may do with a value, by its type.
 *
 * @param kind which of the ways
 * @param type the class of a record, else the raw class
 * @param element what a list or an optional holds
 */
record Shape(Kind kind, Class<?> type, Optional<Shape> element) {
    enum Kind {
        TEXT,
        CHOICE,
        NUMBER,
        FLAG,
        LIST,
        OPTIONAL,
        RECORD,
        OTHER
    }

    private static final Set<Class<?>> NUMBERS =
            Set.of(int.class, long.class, short.class, byte.class, Integer.class, Long.class, Short.class, Byte.class);

    static Shape of(Type type) {
        if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0]);
        }
        if (type instanceof ParameterizedType parameterized) {
            return generic(parameterized);
        }
        return type instanceof Class<?> plain ? plain(plain) : new Shape(Kind.OTHER, Object.class, Optional.empty());
    }

    private static Shape generic(ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return new Shape(Kind.OPTIONAL, raw, Optional.of(of(type.getActualTypeArguments()[0])));
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return new Shape(Kind.LIST, raw, Optional.of(of(type.getActualTypeArguments()[0])));
        }
        return new Shape(Kind.OTHER, raw, Optional.empty());
    }

    private static Shape plain(Class<?> type) {
        return new Shape(kind(type), type, Optional.empty());
    }

    private static Kind kind(Class<?> type) {
        if (type == String.class) {
            return Kind.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        if (NUMBERS.contains(type)) {
            return Kind.NUMBER;
        }
        if (type.isEnum()) {
            return Kind.CHOICE;
        }
        boolean named = type.isRecord() || type.isInterface();
        return named && !type.getName().startsWith("java.") ? Kind.RECORD : Kind.OTHER;
    }

    boolean isText() {
        return kind == Kind.TEXT || kind == Kind.CHOICE;
    }

    boolean isPrintable() {
        return isText() || kind == Kind.NUMBER || kind == Kind.FLAG;
    }

    /** Whether a section of it can be absent or repeat, or opens a record. */
    boolean isSection() {
        return kind != Kind.NUMBER && kind != Kind.CHOICE && kind != Kind.OTHER;
    }

    boolean holds() {
        return kind == Kind.LIST || kind == Kind.OPTIONAL;
    }

    /** What a section of it makes the current element; a flag leaves the one around it. */
    Shape inside(Shape around) {
        return kind == Kind.FLAG ? around : element.orElse(this);
    }

    /** Type name for messages. */
    String words() {
        return switch (kind) {
            case TEXT -> "text";
            case NUMBER -> "a number";
            case FLAG -> "a truth value";
            case LIST -> "a list";
            case OPTIONAL -> "optional";
            case CHOICE, RECORD, OTHER -> type.getSimpleName();
        };
    }
}
