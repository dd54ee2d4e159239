package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Reflected;
import dev.chartwright.model.Secret;
import dev.chartwright.problem.Problem;

/** A mirrored Secret of this platform exists, allows the mirror's namespace, and holds the keys. */
final class ReflectionRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return subject.platform().components().stream()
                .flatMap(component -> component.secrets().stream()
                        .filter(secret -> secret.reflected().isPresent())
                        .flatMap(secret -> check(new Mirror(
                                subject,
                                component.namespace(),
                                secret.reflected().get(),
                                subject.secretsOf(component).then(secret.name(), "reflected")))));
    }

    private static Stream<Problem> check(Mirror mirror) {
        List<Component> owners = mirror.subject().componentsIn(mirror.source().namespace());
        if (owners.isEmpty()) {
            return strayed(mirror); // or else made by something outside this platform
        }
        Optional<Secret> source = owners.stream()
                .flatMap(owner -> owner.secrets().stream())
                .filter(secret -> secret.name().equals(mirror.source().secret()))
                .findFirst();
        return source.map(secret -> Stream.concat(denied(mirror, secret), missingKeys(mirror, secret)))
                .orElseGet(() -> Stream.of(unknown(mirror, owners)));
    }

    /** Nothing of this environment lives there, and another one makes the Secret. */
    private static Stream<Problem> strayed(Mirror mirror) {
        boolean elsewhere = mirror.subject().others().get().stream()
                .flatMap(UnusedRule::declared)
                .anyMatch(mirror::comesFrom);
        return elsewhere ? Stream.of(unknown(mirror, List.of())) : Stream.empty();
    }

    private static Problem unknown(Mirror mirror, List<Component> owners) {
        List<String> names = owners.stream()
                .flatMap(owner -> owner.secrets().stream())
                .map(Secret::name)
                .toList();
        Problem problem = new Problem(
                mirror.place().then("secret").value(),
                "unknown-secret",
                "namespace `" + mirror.source().namespace() + "` has no secret `"
                        + mirror.source().secret() + "` to mirror",
                "the reflector fills a mirror from its source, and without one the mirror stays empty",
                Choice.fix(mirror.source().secret(), names, "add it to the component of that namespace"));
        return mirror.subject().missing(problem, mirror::comesFrom);
    }

    private static Stream<Problem> denied(Mirror mirror, Secret source) {
        boolean allowed = source.reflection()
                .filter(reflection -> reflection.namespaces().contains(mirror.namespace()))
                .isPresent();
        return allowed
                ? Stream.empty()
                : Stream.of(new Problem(
                        mirror.place().key(),
                        "reflection-denied",
                        "secret `" + source.name() + "` does not allow a mirror in namespace `" + mirror.namespace()
                                + "`",
                        "the reflector copies a Secret only into namespaces that its `reflection` names",
                        "add `" + mirror.namespace() + "` to `reflection.namespaces` of `"
                                + mirror.source().namespace() + "/" + source.name() + "`"));
    }

    private static Stream<Problem> missingKeys(Mirror mirror, Secret source) {
        return mirror.source().keys().stream()
                .filter(key -> !source.keys().contains(key))
                .map(key -> new Problem(
                        mirror.place()
                                .then("keys")
                                .then(mirror.source().keys().indexOf(key))
                                .value(),
                        "unknown-secret-key",
                        "the mirrored secret `" + source.name() + "` has no key `" + key + "`",
                        "a mirror holds what its source holds",
                        Choice.fix(key, source.keys(), "add `" + key + "` to the source")));
    }

    private record Mirror(Subject subject, String namespace, Reflected source, Place place) {
        boolean comesFrom(Declared declared) {
            return declared.is("secret", source.namespace() + "/" + source.secret());
        }
    }
}
