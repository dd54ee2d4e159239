package dev.chartwright.assemble;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretInput;
import dev.chartwright.model.SecretReference;
import dev.chartwright.model.Supplied;

/** Values that must be given at install for a component to work. */
final class SecretInputs {
    private SecretInputs() {}

    /** Its own, then those of the secrets it shares values with; each once. */
    static List<SecretInput> of(Component component, Platform platform) {
        Stream<SecretInput> shared = component.secrets().stream()
                .map(Secret::supplied)
                .flatMap(Optional::stream)
                .flatMap(supplied -> shared(supplied, platform));
        return Stream.concat(component.secretInputs().stream(), shared)
                .distinct()
                .toList();
    }

    /** Those of every component, each once. */
    static List<SecretInput> of(Platform platform) {
        return platform.components().stream()
                .flatMap(component -> of(component, platform).stream())
                .distinct()
                .toList();
    }

    private static Stream<SecretInput> shared(Supplied supplied, Platform platform) {
        return supplied.from().stream()
                .flatMap(source -> supplied.keyNames().stream().map(key -> input(source, key, platform)));
    }

    /** The source's own input; one that names nothing is told by the checks, not here. */
    private static SecretInput input(SecretReference source, String key, Platform platform) {
        return platform.components().stream()
                .filter(component -> component.name().equals(source.component()))
                .flatMap(component -> component.secretInputs().stream())
                .filter(input ->
                        input.secret().equals(source.secret()) && input.key().equals(key))
                .findFirst()
                .orElseGet(() -> new SecretInput(source.component(), source.secret(), key, false, Optional.empty()));
    }
}
