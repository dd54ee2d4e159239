package dev.chartwright.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Secret, by how it comes to be; exactly one kind is present. No value is ever part of the model.
 *
 * @param name object name
 * @param type Kubernetes Secret type
 * @param reflection which namespaces may mirror it
 * @param sealed made by the sealed-secrets controller from ciphertext given at install
 * @param external made by External Secrets from a store
 * @param reflected a mirror that the reflector fills from another namespace
 * @param supplied made from values given at install
 * @param existing made by something outside the charts
 * @param unused why it stays although nothing of the platform uses it
 */
public record Secret(
        String name,
        String type,
        Optional<Reflection> reflection,
        Optional<Sealed> sealed,
        Optional<External> external,
        Optional<Reflected> reflected,
        Optional<Supplied> supplied,
        Optional<Existing> existing,
        Optional<String> unused) {
    public Secret {
        long kinds = Stream.of(sealed, external, reflected, supplied, existing)
                .filter(Optional::isPresent)
                .count();
        if (kinds != 1) {
            throw new InvalidValueException(
                    "name",
                    "secret-kind",
                    "secret `" + name + "` has " + kinds + " kinds, it needs exactly one",
                    "a Secret comes to be in one way: sealed, external, reflected, supplied or existing",
                    "keep one of these keys and remove the others (`null` removes a key of base.yaml)");
        }
        // A mirror names only the keys that are read here.
        refuseOtherKeys(
                type,
                sealed.map(Sealed::keys)
                        .or(() -> external.map(External::keys))
                        .or(() -> supplied.map(Supplied::keyNames))
                        .or(() -> existing.map(Existing::keys)));
    }

    private static final Map<String, List<String>> KEYS = Map.of(
            "kubernetes.io/tls", List.of("tls.crt", "tls.key"),
            "kubernetes.io/dockerconfigjson", List.of(".dockerconfigjson"),
            "kubernetes.io/dockercfg", List.of(".dockercfg"),
            "kubernetes.io/ssh-auth", List.of("ssh-privatekey"));

    private static void refuseOtherKeys(String type, Optional<List<String>> keys) {
        List<String> missing = KEYS.getOrDefault(type, List.of()).stream()
                .filter(key -> keys.isPresent() && !keys.get().contains(key))
                .toList();
        if (!missing.isEmpty()) {
            throw new InvalidValueException(
                    "type",
                    "secret-type-keys",
                    "a Secret of type `" + type + "` has the key `" + missing.get(0) + "`, and this one does not",
                    "the API server refuses a Secret without the keys of its type",
                    "add the key, or leave the type out");
        }
    }

    /** What `name` says, under a name that no nested record hides from a template. */
    public String secretName() {
        return name;
    }

    /** Keys the Secret will hold, whoever fills it. */
    public List<String> keys() {
        return sealed.map(Sealed::keys)
                .or(() -> external.map(External::keys))
                .or(() -> reflected.map(Reflected::keys))
                .or(() -> supplied.map(Supplied::keyNames))
                .or(() -> existing.map(Existing::keys))
                .orElseThrow();
    }
}
