package dev.chartwright.model;

import java.util.List;
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
