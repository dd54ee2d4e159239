package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Secrets of each kind, for tests. */
public final class Secrets {
    private Secrets() {}

    public static Secret sealed(String name, String... keys) {
        return secret(name, new Sealed(List.of(keys)));
    }

    public static Secret existing(String name, String... keys) {
        return secret(name, new Existing(List.of(keys)));
    }

    public static Secret external(String name, String store, String key) {
        return secret(name, new External(store, "5m", List.of(new ExternalKey(key, "remote", Optional.empty()))));
    }

    public static Secret reflected(String name, String namespace, String source, String... keys) {
        return secret(name, new Reflected(namespace, source, List.of(keys)));
    }

    public static Secret shared(String name, String component, String source, String... keys) {
        List<SuppliedKey> data = Stream.of(keys)
                .map(key -> new SuppliedKey(key, Optional.empty(), Optional.empty()))
                .toList();
        return secret(name, new Supplied(Optional.of(new SecretReference(component, source)), data));
    }

    public static Secret supplied(String name, SuppliedKey... keys) {
        return secret(name, new Supplied(Optional.empty(), List.of(keys)));
    }

    public static SuppliedKey random(String name) {
        return new SuppliedKey(name, Optional.empty(), Optional.empty());
    }

    public static SuppliedKey fixed(String name, String value) {
        return new SuppliedKey(name, Optional.of(value), Optional.empty());
    }

    public static SuppliedKey composed(String name, String text) {
        return new SuppliedKey(name, Optional.empty(), Optional.of(text));
    }

    /** A secret of which the reflector may make mirrors. */
    public static Secret reflectable(Secret secret, String... namespaces) {
        return Records.with(secret, "reflection", Optional.of(new Reflection(List.of(namespaces))));
    }

    private static Secret secret(String name, Object kind) {
        return new Secret(
                name,
                "Opaque",
                Optional.empty(),
                as(Sealed.class, kind),
                as(External.class, kind),
                as(Reflected.class, kind),
                as(Supplied.class, kind),
                as(Existing.class, kind),
                Optional.empty());
    }

    private static <K> Optional<K> as(Class<K> type, Object kind) {
        return type.isInstance(kind) ? Optional.of(type.cast(kind)) : Optional.empty();
    }
}
