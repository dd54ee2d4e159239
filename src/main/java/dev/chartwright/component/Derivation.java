package dev.chartwright.component;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.chartwright.model.Scalar;

/** Adds to a section what follows from it. */
final class Derivation {
    private final Map<String, ?> platform;

    Derivation(Map<String, ?> platform) {
        this.platform = platform;
    }

    /** The section with all values; each may follow from those before it. */
    Map<String, ?> of(Map<String, ?> section, List<Derived> derive) {
        Map<String, ?> all = section;
        for (Derived derived : derive) {
            Scopes scopes = new Scopes(all, platform, Optional.empty());
            Optional<Object> value = derived.cases().stream()
                    .filter(one -> scopes.holds(one.when()))
                    .findFirst()
                    .flatMap(one -> value(one.is(), scopes));
            List<String> keys = List.of(derived.name().split("\\."));
            all = value.isPresent() ? with(all, keys, value.get()) : all;
        }
        return all;
    }

    private static Optional<Object> value(Scalar is, Scopes scopes) {
        return is.text().isPresent()
                ? is.text().flatMap(scopes::text).map(Object.class::cast)
                : is.number().map(Object.class::cast).or(is::flag);
    }

    /** A copy with one more value; the same where nothing holds it. */
    private static Map<String, ?> with(Map<String, ?> map, List<String> keys, Object value) {
        Map<String, Object> copy = new LinkedHashMap<>(map);
        String key = keys.get(0);
        if (keys.size() == 1) {
            copy.put(key, value);
        } else if (map.get(key) instanceof Map<?, ?> inner) {
            copy.put(key, with(texts(inner), keys.subList(1, keys.size()), value));
        }
        return copy;
    }

    @SuppressWarnings("unchecked") // every map of a document has texts for keys
    private static Map<String, ?> texts(Map<?, ?> map) {
        return (Map<String, ?>) map;
    }
}
