package dev.chartwright.model;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.problem.BugException;

/** Every image that an environment, or a part of it, may pull. */
public final class ImageList {
    private final SortedMap<String, Image> images = new TreeMap<>();

    private ImageList() {}

    /** All images of a platform, each reference once, sorted by it. */
    public static List<Image> of(Platform platform) {
        return in(platform);
    }

    /** All images of a component, each reference once, sorted by it. */
    public static List<Image> of(Component component) {
        return in(component);
    }

    private static List<Image> in(Object part) {
        ImageList list = new ImageList();
        list.visit(part);
        return List.copyOf(list.images.values());
    }

    /** Walks records and not a written list of places, so that a new part of the model is never forgotten. */
    private void visit(Object value) {
        if (value instanceof Image image) {
            images.put(image.reference(), image);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(this::visit);
        } else if (value instanceof Collection<?> collection) {
            collection.forEach(this::visit);
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                visit(read(component, value));
            }
        }
    }

    private static Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (ReflectiveOperationException hidden) {
            throw new BugException("the model's " + component + " cannot be read", hidden);
        }
    }
}
