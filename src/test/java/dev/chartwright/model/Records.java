package dev.chartwright.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes records for tests without naming every component: blank ones, and copies that differ in one place. */
public final class Records {
    private Records() {}

    /** A record whose texts, lists and optionals are empty and whose numbers are one. */
    public static <R extends Record> R blank(Class<R> type) {
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> blank(component.getGenericType()))
                .toArray();
        return create(type, values);
    }

    /**
     * A copy with another value at a path.
     *
     * @param path component names with dots; a number picks a list element, an Optional is entered
     */
    public static <R> R with(R value, String path, Object replacement) {
        int dot = path.indexOf('.');
        return dot < 0
                ? changed(value, path, old -> replacement)
                : changed(value, path.substring(0, dot), old -> inside(old, path.substring(dot + 1), replacement));
    }

    private static Object inside(Object old, String path, Object replacement) {
        if (old instanceof Optional<?> optional) {
            return Optional.of(with(optional.orElseThrow(), path, replacement));
        }
        if (old instanceof List<?> list) {
            int dot = path.indexOf('.');
            int index = Integer.parseInt(dot < 0 ? path : path.substring(0, dot));
            Object[] copy = list.toArray();
            copy[index] = dot < 0 ? replacement : with(copy[index], path.substring(dot + 1), replacement);
            return List.of(copy);
        }
        return with(old, path, replacement);
    }

    @SuppressWarnings("unchecked")
    private static <R> R changed(R value, String name, UnaryOperator<Object> change) {
        Class<? extends Record> type = ((Record) value).getClass();
        RecordComponent[] components = type.getRecordComponents();
        if (Arrays.stream(components).noneMatch(component -> component.getName().equals(name))) {
            throw new IllegalArgumentException(type + " has no " + name);
        }
        Object[] values = Arrays.stream(components)
                .map(component -> component.getName().equals(name)
                        ? change.apply(read(component, value))
                        : read(component, value))
                .toArray();
        R made = (R) create(type, values);
        return made instanceof Platform platform && !name.equals("facets") ? (R) SampleFacets.in(platform) : made;
    }

    private static Object blank(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == Optional.class ? Optional.empty() : List.of();
        }
        if (type == Security.class) {
            return new Security(
                    false, Optional.of(new RunAs(1, 1)), true, List.of(), List.of("ALL"), List.of(), List.of());
        }
        if (type == Image.class) {
            return new Image("blank", "1", Optional.empty(), "Always");
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return blank(plain.asSubclass(Record.class));
        }
        return plain.isEnum() ? plain.getEnumConstants()[0] : scalar(plain);
    }

    private static Object scalar(Class<?> type) {
        if (type == int.class) {
            return 1;
        }
        if (type == long.class) {
            return 1L;
        }
        return type == boolean.class ? Boolean.FALSE : "";
    }

    static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static <R extends Record> R create(Class<R> type, Object... values) {
        Class<?>[] types = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class[]::new);
        try {
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException refused) {
            throw new AssertionError(refused);
        }
    }
}
