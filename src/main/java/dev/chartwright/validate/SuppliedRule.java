package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretReference;
import dev.chartwright.model.Supplied;
import dev.chartwright.model.SuppliedKey;
import dev.chartwright.problem.Problem;

/** Values that supplied secrets share or are composed of are supplied somewhere. */
final class SuppliedRule implements Rule {
    @Override
    public Stream<Problem> check(Subject subject) {
        SuppliedKeys known = new SuppliedKeys(subject.platform());
        return subject.platform().components().stream()
                .flatMap(component -> component.secrets().stream()
                        .filter(secret -> secret.supplied().isPresent())
                        .flatMap(secret -> check(subject, component, secret, known)));
    }

    private static Stream<Problem> check(Subject subject, Component component, Secret secret, SuppliedKeys known) {
        Supplied supplied = secret.supplied().orElseThrow();
        Place place = subject.secretsOf(component).then(secret.name(), "supplied");
        String owner = component.name() + "/" + secret.name();
        return supplied.from()
                .map(source -> shared(place, source, supplied, known))
                .orElseGet(() -> supplied.data().stream().flatMap(key -> composed(place, owner, key, known)));
    }

    private static Stream<Problem> shared(Place place, SecretReference source, Supplied supplied, SuppliedKeys known) {
        return supplied.keyNames().stream()
                .filter(key -> !known.has(SuppliedKeys.path(source.component(), source.secret(), key)))
                .map(key -> unknown(
                        place.then("from"),
                        "shared key `" + key + "`",
                        SuppliedKeys.path(source.component(), source.secret(), key),
                        known));
    }

    private static Stream<Problem> composed(Place place, String owner, SuppliedKey key, SuppliedKeys known) {
        Place compose = place.then("data", key.name(), "compose");
        Stream<Problem> unknown = key.placeholders().stream()
                .filter(path -> !known.has(path))
                .map(path -> unknown(compose, "placeholder of `" + key.name() + "`", path, known));
        return known.opensCircle(owner + "/" + key.name())
                ? Stream.concat(unknown, Stream.of(circular(compose, key)))
                : unknown;
    }

    private static Problem unknown(Place place, String what, String path, SuppliedKeys known) {
        String last = path.substring(path.lastIndexOf('/'));
        List<String> sameKey =
                known.names().stream().filter(name -> name.endsWith(last)).toList();
        return new Problem(
                place.value(),
                "unknown-supplied-key",
                "the " + what + " stands for `" + path + "`, which no supplied secret has",
                "it is read as component/secret/key of a secret that is `supplied` with data of its own",
                Choice.fix(path, sameKey, "add that key to a supplied secret"));
    }

    private static Problem circular(Place place, SuppliedKey key) {
        return new Problem(
                place.value(),
                "compose-cycle",
                "`" + key.name() + "` is composed of itself",
                "`secrets init` fills the parts of a text before the text, and here no part comes first",
                "compose it of other keys, or give it a `value`");
    }
}
