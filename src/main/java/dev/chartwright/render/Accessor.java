package dev.chartwright.render;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.chartwright.problem.BugException;

/**
 * One name that templates may use of a type: a record component, or a public method without parameters.
 *
 * @param name the name
 * @param shape what it gives
 * @param handle reads it
 */
record Accessor(String name, Shape shape, MethodHandle handle) {
    private static final Set<String> OF_EVERY_OBJECT =
            Set.of("toString", "hashCode", "getClass", "notify", "notifyAll", "wait");
    private static final ClassValue<Map<String, Accessor>> CACHE = new ClassValue<>() {
        @Override
        protected Map<String, Accessor> computeValue(Class<?> type) {
            return find(type);
        }
    };

    /** The names a value of this shape has; none unless it is a record. */
    static Map<String, Accessor> of(Shape shape) {
        return shape.kind() == Shape.Kind.RECORD ? CACHE.get(shape.type()) : Map.of();
    }

    static Optional<Accessor> find(Shape shape, String name) {
        return Optional.ofNullable(of(shape).get(name));
    }

    /** What an element is called, where it has a name: the values hold it under that key. */
    static Optional<String> nameOf(Shape shape, Object target) {
        return find(shape, "name")
                .filter(accessor -> accessor.shape().kind() == Shape.Kind.TEXT)
                .map(accessor -> accessor.valueOf(target).toString());
    }

    Scope read(Scope owner) {
        return owner.part(name, shape, valueOf(owner.value()));
    }

    private Object valueOf(Object target) {
        Object value;
        try {
            value = handle.invoke(target);
        } catch (Throwable failure) {
            throw new BugException(of(target) + " threw", failure);
        }
        if (value == null) {
            throw new BugException(of(target) + " is null");
        }
        return value;
    }

    private String of(Object target) {
        return "`" + name + "` of " + target.getClass().getSimpleName();
    }

    private static Map<String, Accessor> find(Class<?> type) {
        Map<String, Accessor> found = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (isName(method)) {
                found.put(method.getName(), of(method));
            }
        }
        return found;
    }

    private static boolean isName(Method method) {
        return method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !Modifier.isStatic(method.getModifiers())
                && !method.isBridge()
                && !OF_EVERY_OBJECT.contains(method.getName());
    }

    private static Accessor of(Method method) {
        try {
            MethodHandle handle = MethodHandles.lookup().unreflect(method);
            return new Accessor(method.getName(), Shape.of(method.getGenericReturnType()), handle);
        } catch (IllegalAccessException closed) {
            throw new BugException("the model type of " + method + " is not public", closed);
        }
    }
}
