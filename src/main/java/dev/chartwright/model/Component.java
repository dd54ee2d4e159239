package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** A part of the platform that becomes a subchart of its own. */
public interface Component {
    /** Name of the subchart, unique in the platform. */
    String name();

    /** What `name` says, under a name that no nested record hides from a template. */
    default String chartName() {
        return name();
    }

    /** What the subchart's Chart.yaml says about it, one sentence. */
    String description();

    /** Version of the program inside, for Chart.yaml's appVersion. */
    String appVersion();

    /** Namespace of the component's own objects. */
    String namespace();

    /** Secrets in that namespace, however each comes to be. */
    List<Secret> secrets();

    /** Labels that each of those Secrets carries beside the recommended ones. */
    default List<Entry> secretLabels() {
        return List.of();
    }

    /** Values of its own secrets that are given at install, in the order of the model. */
    default List<SecretInput> secretInputs() {
        return secrets().stream().flatMap(this::inputs).toList();
    }

    /** Secrets that must be in the cluster before the release. */
    default List<Secret> existingSecrets() {
        return secrets().stream()
                .filter(secret -> secret.existing().isPresent())
                .toList();
    }

    /** Its Ingress objects. */
    default List<Ingress> ingresses() {
        return List.of();
    }

    /** Whether cert-manager makes certificates for it in its namespace; it leaves their Secrets there. */
    default boolean hasIssuedCertificates() {
        return ingresses().stream().anyMatch(ingress -> ingress.clusterIssuer().isPresent() && ingress.hasTls());
    }

    /** Where people reach it from outside the cluster. */
    default List<PublicRoute> publicRoutes() {
        return List.of();
    }

    /** Whether its templates read values that are given at install, its own or those of another component. */
    default boolean readsSecretInputs() {
        return secrets().stream()
                .anyMatch(secret ->
                        secret.sealed().isPresent() || secret.supplied().isPresent());
    }

    /** Digests of its images, each once. */
    default List<PinnedDigest> pinnedDigests() {
        SortedMap<String, List<String>> tags = ImageList.of(this).stream()
                .filter(image -> image.digest().isPresent())
                .collect(groupingBy(image -> image.digest().get(), TreeMap::new, mapping(Image::tag, toList())));
        return tags.entrySet().stream()
                .map(entry -> new PinnedDigest(
                        entry.getKey(), entry.getValue().stream().distinct().toList()))
                .toList();
    }

    default boolean hasPinnedDigests() {
        return !pinnedDigests().isEmpty();
    }

    private Stream<SecretInput> inputs(Secret secret) {
        Stream<SecretInput> sealed = secret.sealed().stream()
                .flatMap(kind -> kind.keys().stream())
                .map(key -> new SecretInput(name(), secret.name(), key, true, Optional.empty()));
        Stream<SecretInput> supplied = secret.supplied().stream()
                .filter(kind -> kind.from().isEmpty())
                .flatMap(kind -> kind.data().stream())
                .map(key -> new SecretInput(name(), secret.name(), key.name(), false, Optional.of(key)));
        return Stream.concat(sealed, supplied);
    }
}
