package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Reflection;
import dev.chartwright.model.Secret;

/** Namespaces of the platform into which a Secret may be mirrored, and whether a component there mirrors it. */
final class MirrorDeclarations {
    private MirrorDeclarations() {}

    static Stream<Declared> of(Subject subject, Component owner, Secret secret) {
        List<String> namespaces =
                secret.reflection().map(Reflection::namespaces).orElse(List.of());
        Place place = subject.secretsOf(owner).then(secret.name(), "reflection", "namespaces");
        if (secret.reflection().isPresent() && namespaces.isEmpty()) {
            return Stream.of(forNobody(subject, owner, secret));
        }
        return IntStream.range(0, namespaces.size())
                .filter(index -> !subject.componentsIn(namespaces.get(index)).isEmpty())
                .mapToObj(index -> new Declared(
                        "permission to mirror",
                        owner.namespace() + "/" + secret.name() + " in " + namespaces.get(index),
                        place.then(index),
                        "nothing there mirrors it",
                        mirrors(subject, namespaces.get(index), owner.namespace(), secret.name()),
                        Optional.empty(),
                        "remove the namespace from the list"));
    }

    /** Read as permission for everybody by the reflector. */
    private static Declared forNobody(Subject subject, Component owner, Secret secret) {
        return new Declared(
                "permission to mirror",
                owner.namespace() + "/" + secret.name(),
                subject.secretsOf(owner).then(secret.name(), "reflection"),
                "nothing mirrors it",
                false,
                Optional.empty(),
                "remove `reflection`, or name the namespaces that mirror it in `reflection.namespaces`");
    }

    private static boolean mirrors(Subject subject, String namespace, String source, String name) {
        return subject.componentsIn(namespace).stream()
                .flatMap(component -> component.secrets().stream())
                .flatMap(secret -> secret.reflected().stream())
                .anyMatch(mirror ->
                        mirror.namespace().equals(source) && mirror.secret().equals(name));
    }
}
