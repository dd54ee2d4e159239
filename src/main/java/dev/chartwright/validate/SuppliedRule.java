package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.model.Component;
import dev.chartwright.model.Secret;
import dev.chartwright.model.SecretReference;
import dev.chartwright.model.Supplied;
import dev.chartwright.model.SuppliedKey;
import dev.chartwright.problem.Location;
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
        if (!known.hasSecret(source.component(), source.secret())) {
            return Stream.of(unknownSource(place.then("from"), source, known));
        }
        return supplied.keyNames().stream()
                .filter(key -> !known.has(SuppliedKeys.path(source.component(), source.secret(), key)))
                .map(key -> unknown(
                        place.then("data", key).key(),
                        "shared key `" + key + "`",
                        SuppliedKeys.path(source.component(), source.secret(), key),
                        known));
    }

    private static Stream<Problem> composed(Place place, String owner, SuppliedKey key, SuppliedKeys known) {
        Place compose = place.then("data", key.name(), "compose");
        Stream<Problem> unknown = key.placeholders().stream()
                .filter(path -> !known.has(path))
                .map(path -> unknown(compose.value(), "placeholder of `" + key.name() + "`", path, known));
        Stream<Problem> circular =
                known.opensCircle(owner + "/" + key.name()) ? Stream.of(circular(compose, key)) : Stream.empty();
        return Stream.of(unknown, circular, key.openPlaceholders().stream().map(open -> open(compose, open)))
                .flatMap(problems -> problems);
    }

    /** Told once, however many keys are shared. */
    private static Problem unknownSource(Place place, SecretReference source, SuppliedKeys known) {
        boolean component = known.hasComponent(source.component());
        String wrong = component ? source.component() + "/" + source.secret() : source.component();
        return new Problem(
                place.then(component ? "secret" : "component").value(),
                "unknown-supplied-key",
                component
                        ? "`" + source.component() + "` supplies no secret `" + source.secret() + "`"
                        : "no component `" + source.component() + "` supplies secrets",
                "it is read as component/secret/key of a secret that is `supplied` with data of its own",
                Choice.fix(
                        wrong,
                        component ? known.secrets() : known.components(),
                        "add that secret, `supplied` with data of its own"));
    }

    private static Problem open(Place place, String open) {
        return new Problem(
                place.value(),
                "open-placeholder",
                "`" + open + "` opens a placeholder and does not close it",
                "`secrets init` fills `{component/secret/key}`, and leaves anything else as it is written",
                "write `" + open + "}`");
    }

    private static Problem unknown(Location location, String what, String path, SuppliedKeys known) {
        String last = path.substring(path.lastIndexOf('/'));
        List<String> sameKey =
                known.names().stream().filter(name -> name.endsWith(last)).toList();
        return new Problem(
                location,
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
