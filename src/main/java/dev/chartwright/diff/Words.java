package dev.chartwright.diff;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Entry;
import dev.chartwright.model.Environment;
import dev.chartwright.model.Image;
import dev.chartwright.model.Secret;
import dev.chartwright.problem.BugException;

/**
 * Values of a model in a few words.
 *
 * @param environment whose; its own host and tier are the same thing in every environment
 */
record Words(Environment environment) {
    private static final String HOST = "<environment.host>";
    private static final String TIER = "<environment.tier>";
    private static final String NAME = "<environment.name>";
    private static final int LONGEST = 60;

    /** The text with what follows from the environment's own names written as these names. */
    String normal(String text) {
        if (text.equals(environment.name())) {
            return NAME;
        }
        if (text.equalsIgnoreCase(environment.tier().name())) {
            return TIER;
        }
        return text.replace(environment.host(), HOST);
    }

    /** A value of any type on one line. */
    String of(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.map(this::of).orElse("");
        }
        if (value instanceof Secret secret) {
            return kind(secret);
        }
        if (value instanceof Image image) {
            return normal(image.repository()) + ":" + normal(image.tag());
        }
        if (value instanceof Entry entry) {
            return normal(entry.value());
        }
        if (value instanceof Collection<?> collection) {
            return cut(collection.stream().map(this::name).collect(Collectors.joining(", ")));
        }
        return value instanceof Record record ? cut(fields(record)) : normal(String.valueOf(value));
    }

    /** An element of a list: its name where it has one. */
    private String name(Object element) {
        return element instanceof Record record
                ? Fields.name(record).orElseGet(() -> of(element))
                : normal(String.valueOf(element));
    }

    /** How a Secret comes to be. */
    private static String kind(Secret secret) {
        return secret.reflected()
                .map(mirror -> "mirror of " + mirror.namespace() + "/" + mirror.secret())
                .orElseGet(() -> Stream.of(
                                secret.sealed().map(kind -> "sealed"),
                                secret.external().map(kind -> "from store " + kind.store()),
                                secret.supplied().map(kind -> "given at install"),
                                secret.existing().map(kind -> "made by others"))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElseThrow());
    }

    private String fields(Record record) {
        return Stream.of(record.getClass().getRecordComponents())
                .map(component -> field(component, record))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String field(RecordComponent component, Record record) {
        try {
            return of(component.getAccessor().invoke(record));
        } catch (ReflectiveOperationException hidden) {
            throw new BugException("the model's " + component + " cannot be read", hidden);
        }
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
