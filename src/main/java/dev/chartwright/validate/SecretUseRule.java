package dev.chartwright.validate;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.Secret;
import dev.chartwright.problem.Problem;

/** Whatever names a Secret names one of its own component, and keys that this Secret will hold. */
final class SecretUseRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        return SecretUse.of(subject).flatMap(use -> check(subject, use));
    }

    private static Stream<Problem> check(Subject subject, SecretUse use) {
        Optional<Secret> found = use.owner().secrets().stream()
                .filter(secret -> secret.name().equals(use.secret()))
                .findFirst();
        return found.isEmpty()
                ? Stream.of(subject.missing(
                        unknownSecret(use),
                        declared -> declared.is("secret", use.owner().namespace() + "/" + use.secret())))
                : use.keys().stream()
                        .filter(key -> !found.get().keys().contains(key.name()))
                        .map(key -> unknownKey(key, found.get()));
    }

    private static Problem unknownSecret(SecretUse use) {
        List<String> names =
                use.owner().secrets().stream().map(Secret::name).sorted().toList();
        return new Problem(
                use.place().value(),
                "unknown-secret",
                "`" + use.owner().name() + "` has no secret `" + use.secret() + "`",
                "a pod waits forever for a Secret that nothing makes; `secrets` says how each comes to be",
                Choice.fix(use.secret(), names, "add `" + use.secret() + "` to its `secrets`"));
    }

    private static Problem unknownKey(SecretUse.Key key, Secret secret) {
        return new Problem(
                key.place().value(),
                "unknown-secret-key",
                "secret `" + secret.name() + "` has no key `" + key.name() + "`",
                "its keys are listed where the secret is described, and nothing fills others",
                Choice.fix(key.name(), secret.keys(), "add `" + key.name() + "` to its keys"));
    }
}
