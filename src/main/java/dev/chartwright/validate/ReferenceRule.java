package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/**
 * What an object names is made by the release.
 *
 * <p>Issuers, Gateways and kinds that are {@code shared} may be the cluster's own, as long as the release makes none of that kind.
 */
final class ReferenceRule implements ReleaseRule {
    private static final Set<String> OF_CLUSTER = Set.of("ClusterIssuer", "Issuer", "Gateway", "ClusterSecretStore");

    @Override
    public Stream<Problem> check(Release release) {
        return Stream.concat(
                        release.objects().stream().flatMap(object -> ObjectReferences.of(object, release)),
                        PodTemplate.of(release.objects()).flatMap(ObjectReferences::claims))
                .filter(named -> release.objects().stream().noneMatch(named::is))
                .filter(named -> !mayBeOfCluster(named, release))
                .map(named -> problem(named, release));
    }

    private static boolean mayBeOfCluster(NamedObject named, Release release) {
        return isOfCluster(named.kind(), release)
                && release.objects().stream().noneMatch(object -> object.kind().equals(named.kind()));
    }

    private static boolean isOfCluster(String kind, Release release) {
        return OF_CLUSTER.contains(kind)
                || release.platform()
                        .customKinds()
                        .anyMatch(known -> known.shared() && known.name().endsWith("/" + kind));
    }

    private static Problem problem(NamedObject named, Release release) {
        List<String> known = release.objects().stream()
                .filter(object -> object.kind().equals(named.kind()))
                .filter(object -> object.namespace().equals(named.namespace()))
                .map(RenderedObject::name)
                .sorted()
                .toList();
        return new Problem(
                named.place().value(),
                "dangling-reference",
                named.owner().kind() + " " + Quote.of(named.owner().name()) + " names " + named.kind() + " "
                        + Quote.of(named.name()) + ", which nothing makes"
                        + (named.namespace().isEmpty() ? "" : " in namespace " + Quote.of(named.namespace())),
                named.kind().equals(ObjectReferences.CLAIM)
                        ? "a pod stays `Pending` until the claim is there"
                        : "its controller waits for what is not there, and tells nobody but the object's status",
                Choice.fix(named.name(), known, "make the " + named.kind()));
    }
}
