package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Application;
import dev.chartwright.model.Component;
import dev.chartwright.model.External;
import dev.chartwright.model.Secret;
import dev.chartwright.model.Supplied;

/** Secrets and stores of secrets, and whether anything reads them. */
final class SecretDeclarations {
    private SecretDeclarations() {}

    static Stream<Declared> of(Subject subject) {
        Set<List<String>> read = Stream.of(named(subject), mirrored(subject), shared(subject), served(subject))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
        Stream<Declared> secrets = subject.platform().components().stream()
                .flatMap(component ->
                        component.secrets().stream().flatMap(secret -> withMirrors(subject, component, secret, read)));
        return Stream.concat(secrets, subject.applications().flatMap(application -> stores(subject, application)));
    }

    /** Whether a Secret that nothing reads may be mirrored is no question of its own. */
    private static Stream<Declared> withMirrors(
            Subject subject, Component owner, Secret secret, Set<List<String>> read) {
        Declared declared = secret(subject, owner, secret, read);
        return declared.used()
                ? Stream.concat(Stream.of(declared), MirrorDeclarations.of(subject, owner, secret))
                : Stream.of(declared);
    }

    private static Declared secret(Subject subject, Component owner, Secret secret, Set<List<String>> read) {
        return new Declared(
                "secret",
                owner.namespace() + "/" + secret.name(),
                subject.secretsOf(owner).then(secret.name()),
                "nothing reads it",
                read.contains(List.of(owner.namespace(), secret.name())) || isOffered(secret, subject),
                secret.unused());
    }

    /** Whether namespaces outside the platform may mirror it: who reads it there is not known here. */
    private static boolean isOffered(Secret secret, Subject subject) {
        Set<String> own = subject.platform().components().stream()
                .map(Component::namespace)
                .collect(Collectors.toSet());
        return secret.reflection().stream()
                .flatMap(reflection -> reflection.namespaces().stream())
                .anyMatch(namespace -> !own.contains(namespace));
    }

    private static Stream<List<String>> named(Subject subject) {
        return SecretUse.of(subject).map(use -> List.of(use.owner().namespace(), use.secret()));
    }

    private static Stream<List<String>> mirrored(Subject subject) {
        return secrets(subject)
                .flatMap(secret -> secret.reflected().stream())
                .map(source -> List.of(source.namespace(), source.secret()));
    }

    /** Certificates that are made by hand. */
    private static Stream<List<String>> served(Subject subject) {
        return Ingresses.of(subject)
                .flatMap(entry -> entry.ingress().rules().stream()
                        .flatMap(rule -> rule.tlsSecret().stream())
                        .map(name -> List.of(entry.owner().namespace(), name)));
    }

    /** Supplied values that another Secret is made of. */
    private static Stream<List<String>> shared(Subject subject) {
        return subject.platform().components().stream()
                .flatMap(SecretDeclarations::sources)
                .flatMap(source -> subject.platform().components().stream()
                        .filter(component -> component.name().equals(source.get(0)))
                        .map(component -> List.of(component.namespace(), source.get(1))));
    }

    /** Component and name of each Secret that others of the component are made of. */
    private static Stream<List<String>> sources(Component component) {
        return component.secrets().stream()
                .flatMap(secret -> secret.supplied().stream()
                        .flatMap(SecretDeclarations::sources)
                        .filter(source -> !source.equals(List.of(component.name(), secret.name()))));
    }

    private static Stream<List<String>> sources(Supplied supplied) {
        return Stream.concat(
                supplied.from().stream().map(from -> List.of(from.component(), from.secret())),
                supplied.data().stream()
                        .flatMap(key -> key.placeholders().stream())
                        .map(path -> List.of(path.split("/")).subList(0, 2)));
    }

    private static Stream<Secret> secrets(Subject subject) {
        return subject.platform().components().stream().flatMap(component -> component.secrets().stream());
    }

    private static Stream<Declared> stores(Subject subject, Application application) {
        Set<String> asked = application.secrets().stream()
                .flatMap(secret -> secret.external().stream())
                .map(External::store)
                .collect(Collectors.toSet());
        Place place = subject.place(application).then("data", "secretStores");
        return application.data().secretStores().stream()
                .map(store -> new Declared(
                        "secret store",
                        application.namespace() + "/" + store.name(),
                        place.then(store.name()),
                        "no external secret comes from it",
                        asked.contains(store.name()),
                        store.unused()));
    }
}
