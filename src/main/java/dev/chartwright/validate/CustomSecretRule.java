package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.model.CustomKind;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Secrets that operators, routers and issuers read for an object are made, with the keys that it names. */
final class CustomSecretRule implements ReleaseRule {
    /** Paths to the names of Secrets, by kind, beside those of components; `*` stands for each element of a list. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "SecretStore",
                    List.of(
                            "spec/provider/aws/auth/secretRef/accessKeyIDSecretRef/name",
                            "spec/provider/aws/auth/secretRef/secretAccessKeySecretRef/name"),
            "Issuer", List.of("spec/ca/secretName"),
            "ClusterIssuer", List.of("spec/ca/secretName"),
            "Ingress", List.of("spec/tls/*/secretName"),
            "Gateway", List.of("spec/listeners/*/tls/certificateRefs/*/name"));

    /** Those for which cert-manager makes the Secret that they name. */
    private static final List<String> ISSUERS =
            List.of("cert-manager.io/cluster-issuer", "cert-manager.io/issuer", "kubernetes.io/tls-acme");

    /** A place that names a Secret. */
    private record Use(RenderedObject object, String name, Place place) {
        Place beside(String key) {
            return new Place(
                            place.origins(),
                            place.pointer().substring(0, place.pointer().lastIndexOf('/')))
                    .then(key);
        }

        /** What stands beside the name. */
        String key() {
            return object.root().at(beside("key").pointer()).asString("");
        }
    }

    @Override
    public Stream<Problem> check(Release release) {
        MadeData made = MadeData.of(release);
        return release.objects().stream()
                .filter(object -> ISSUERS.stream()
                        .allMatch(issuer -> object.annotation(issuer).isEmpty()))
                .flatMap(object -> uses(object, release))
                .flatMap(use -> check(use, made));
    }

    private static Stream<Use> uses(RenderedObject object, Release release) {
        Stream<String> custom = release.kind(object).stream()
                .flatMap(kind -> kind.secrets().stream())
                .map(CustomKind.ReadSecret::name);
        return Stream.concat(NAMES.getOrDefault(object.kind(), List.of()).stream(), custom)
                .flatMap(object::find)
                .filter(name -> name.root().isString())
                .map(name -> new Use(object, name.root().stringValue(), name.place()));
    }

    private static Stream<Problem> check(Use use, MadeData made) {
        Optional<Optional<Set<String>>> found = use.object().namespace().isEmpty()
                ? made.findAnywhere(MadeData.SECRET, use.name())
                : made.find(MadeData.SECRET, use.object().namespace(), use.name());
        if (found.isEmpty()) {
            return Stream.of(missing(use, made));
        }
        String key = use.key();
        return found.get().stream()
                .filter(keys -> !key.isEmpty() && !keys.contains(key))
                .map(keys -> missingKey(use, key, keys));
    }

    private static String words(Use use) {
        return use.object().kind() + " " + Quote.of(use.object().name()) + " reads Secret " + Quote.of(use.name());
    }

    private static Problem missing(Use use, MadeData made) {
        String namespace = use.object().namespace();
        List<String> known = new ArrayList<>(made.names(MadeData.SECRET, namespace));
        return new Problem(
                use.place().value(),
                "dangling-secret",
                words(use) + ", which nothing makes"
                        + (namespace.isEmpty() ? "" : " in namespace " + Quote.of(namespace)),
                "whoever reads it waits for what is not there, and tells nobody but the object's status",
                Choice.fix(use.name(), known, "make it, or describe it as `existing`"));
    }

    private static Problem missingKey(Use use, String key, Set<String> keys) {
        return new Problem(
                use.beside("key").value(),
                "dangling-secret-key",
                words(use) + ", which has no key " + Quote.of(key),
                "whoever reads it waits for a key that the Secret will never have",
                Choice.fix(key, keys, "add the key to it"));
    }
}
