package dev.chartwright.archive;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import dev.chartwright.model.Image;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.BugException;

/** Every image that an environment may pull, for mirrors and scanners. */
public final class ImageList {
    private final SortedSet<String> references = new TreeSet<>();

    private ImageList() {}

    /** References of all images of the model, each once, sorted. */
    public static SortedSet<String> of(Platform platform) {
        ImageList list = new ImageList();
        list.visit(platform);
        return list.references;
    }

    /** Walks records and not a written list of places, so that a new part of the model is never forgotten. */
    private void visit(Object value) {
        if (value instanceof Image image) {
            references.add(image.reference());
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
