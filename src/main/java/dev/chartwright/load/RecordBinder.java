package dev.chartwright.load;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.chartwright.model.Image;
import dev.chartwright.model.InvalidValueException;
import dev.chartwright.model.Scalar;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Builds records from a document, parts before the whole, each image with its locked digest.
 *
 * <p>A record is made only when each of its parts is; what a record refuses becomes a problem at the place of the
 * value, and its siblings are built all the same.
 */
final class RecordBinder {
    private static final String NAME = "name";

    /** The JVM makes new objects, which parse their generic types again, each time it is asked. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private final JsonNode document;
    private final Origins origins;
    private final Set<String> faulty;
    private final ImagePins pins;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Binds one document.
     *
     * @param document its values
     * @param origins where each value was written
     * @param faulty pointers of values that are known to be wrong and take part in no record
     * @param pins what images get their digest from
     */
    RecordBinder(JsonNode document, Origins origins, Set<String> faulty, ImagePins pins) {
        this.document = document;
        this.origins = origins;
        this.faulty = faulty;
        this.pins = pins;
    }

    /** The record that a document describes; empty when a part of it is wrong. */
    <R extends Record> Optional<R> bind(Class<R> type) {
        return value(document, type, "").map(type::cast);
    }

    /** What records refused so far. */
    List<Problem> problems() {
        return problems;
    }

    private Optional<Object> value(JsonNode node, Type type, String pointer) {
        Optional<Object> built = type instanceof ParameterizedType generic
                ? generic(node, generic, pointer)
                : plain(node, (Class<?>) type, pointer);
        return faulty.contains(pointer) ? Optional.empty() : built;
    }

    private Optional<Object> generic(JsonNode node, ParameterizedType type, String pointer) {
        Type element = type.getActualTypeArguments()[0];
        if (type.getRawType() == List.class) {
            return list(node, (Class<?>) element, pointer);
        }
        return node.isMissingNode()
                ? Optional.of(Optional.empty())
                : value(node, element, pointer).map(Optional::of);
    }

    private Optional<Object> plain(JsonNode node, Class<?> type, String pointer) {
        if (type == Scalar.class) {
            return scalar(node);
        }
        return type.isRecord() ? record(node, type, pointer) : leaf(node, type);
    }

    private static Optional<Object> leaf(JsonNode node, Class<?> type) {
        if (type == String.class) {
            return node.stringValueOpt().map(text -> text);
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.booleanValueOpt().map(flag -> flag);
        }
        if (type == int.class || type == Integer.class) {
            return node.canConvertToInt() ? Optional.of(node.intValue()) : Optional.empty();
        }
        if (type == long.class || type == Long.class) {
            return node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
        }
        if (type.isEnum()) {
            return constant(node, type);
        }
        throw new BugException("no rule says how a " + type.getName() + " is written in values");
    }

    private static Optional<Object> constant(JsonNode node, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> written((Enum<?>) constant).equals(node.asString("")))
                .map(Object.class::cast)
                .findFirst();
    }

    /** How values write a constant: lower case, with dashes. */
    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Optional<Object> scalar(JsonNode node) {
        if (!node.canConvertToLong() && !node.isBoolean() && !node.isString()) {
            return Optional.empty();
        }
        Optional<Long> number = node.canConvertToLong() ? Optional.of(node.longValue()) : Optional.empty();
        return Optional.of(new Scalar(number, node.booleanValueOpt(), node.stringValueOpt()));
    }

    private Optional<Object> list(JsonNode node, Class<?> element, String pointer) {
        List<Optional<Object>> items = new ArrayList<>();
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> entry : node.properties()) {
                items.add(named(entry, element, pointer + Origins.pointer(entry.getKey())));
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                items.add(value(node.get(i), element, pointer + "/" + i));
            }
        } else if (!node.isMissingNode()) {
            return Optional.empty();
        }
        return items.stream().allMatch(Optional::isPresent)
                ? Optional.of(items.stream().map(Optional::get).toList())
                : Optional.empty();
    }

    /** An entry of a map: its key is the record's name. */
    private Optional<Object> named(Map.Entry<String, JsonNode> entry, Class<?> type, String pointer) {
        RecordComponent[] components = COMPONENTS.get(type);
        if (components == null || !components[0].getName().equals(NAME)) {
            return Optional.empty();
        }
        JsonNode node = entry.getValue();
        List<Optional<Object>> parts = new ArrayList<>();
        parts.add(Optional.of(entry.getKey()));
        if (isShort(node, components)) {
            parts.add(value(node, components[1].getGenericType(), pointer));
        } else if (node.isObject()) {
            parts.addAll(parts(node, components, 1, pointer));
        } else {
            return Optional.empty();
        }
        return construct(type, parts, pointer);
    }

    /** Whether the entry's value is all that the record holds beside its name. */
    private static boolean isShort(JsonNode node, RecordComponent[] components) {
        return components.length == 2 && !node.has(components[1].getName());
    }

    private Optional<Object> record(JsonNode node, Class<?> type, String pointer) {
        return node.isObject()
                ? construct(type, parts(node, COMPONENTS.get(type), 0, pointer), pointer)
                : Optional.empty();
    }

    private List<Optional<Object>> parts(JsonNode node, RecordComponent[] components, int from, String pointer) {
        List<Optional<Object>> parts = new ArrayList<>();
        for (RecordComponent component : Arrays.asList(components).subList(from, components.length)) {
            String name = component.getName();
            parts.add(value(node.path(name), component.getGenericType(), pointer + "/" + name));
        }
        return parts;
    }

    private Optional<Object> construct(Class<?> type, List<Optional<Object>> parts, String pointer) {
        if (faulty.contains(pointer) || !parts.stream().allMatch(Optional::isPresent)) {
            return Optional.empty();
        }
        try {
            Object made = constructor(type)
                    .newInstance(parts.stream().map(Optional::get).toArray());
            return Optional.of(made instanceof Image image ? pins.pin(image, pointer) : made);
        } catch (InvocationTargetException thrown) {
            if (thrown.getCause() instanceof InvalidValueException refusal) {
                problems.add(problem(refusal, pointer));
                return Optional.empty();
            }
            throw new BugException(type.getSimpleName() + " cannot be built", thrown);
        } catch (ReflectiveOperationException closed) {
            throw new BugException(type.getSimpleName() + " has no constructor to call", closed);
        }
    }

    private static Constructor<?> constructor(Class<?> type) throws NoSuchMethodException {
        Class<?>[] types = Arrays.stream(COMPONENTS.get(type))
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        return type.getDeclaredConstructor(types);
    }

    private Problem problem(InvalidValueException refusal, String pointer) {
        String refused = pointer + "/" + refusal.component().replace('.', '/');
        return new Problem(
                document.at(refused).isContainer() ? origins.key(refused) : origins.value(refused),
                refusal.code(),
                refusal.getMessage(),
                refusal.why(),
                refusal.fix());
    }
}
