package dev.chartwright.validate;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Namespace;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;

/** Objects lie in namespaces that the platform has. */
final class PlacementRule implements ReleaseRule {
    private static final AddonSchemas ADDONS = AddonSchemas.read();

    /** Built-in kinds that lie in none. */
    private static final Set<String> OF_CLUSTER = Set.of(
            "APIService",
            "CSIDriver",
            "ClusterRole",
            "ClusterRoleBinding",
            "CustomResourceDefinition",
            "GatewayClass",
            "IngressClass",
            "MutatingWebhookConfiguration",
            "Namespace",
            "PersistentVolume",
            "PriorityClass",
            "RuntimeClass",
            "StorageClass",
            "ValidatingAdmissionPolicy",
            "ValidatingAdmissionPolicyBinding",
            "ValidatingWebhookConfiguration");

    @Override
    public Stream<Problem> check(Release release) {
        Set<String> known = known(release.platform());
        Set<String> clusterKinds = kinds(release, "Cluster");
        Set<String> placedKinds = kinds(release, "Namespaced");
        Stream<Problem> placed = release.objects().stream()
                .filter(object -> !isOfCluster(object, clusterKinds, placedKinds))
                .filter(object -> !known.contains(namespace(object, release.platform())))
                .map(object -> problem(object, release.platform(), known));
        Stream<Problem> needless = release.objects().stream()
                .filter(object -> isOfCluster(object, clusterKinds, placedKinds))
                .filter(object -> !object.namespace().isEmpty())
                .map(PlacementRule::needless);
        return Stream.concat(placed, needless);
    }

    private static Set<String> kinds(Release release, String scope) {
        return release.definitions().stream()
                .filter(definition ->
                        definition.root().at("/spec/scope").asString("").equals(scope))
                .map(definition -> definition.root().at("/spec/names/kind").asString(""))
                .collect(Collectors.toSet());
    }

    private static Problem needless(RenderedObject object) {
        return new Problem(
                object.place("metadata", "namespace").key(),
                "unknown-namespace",
                object.kind() + " " + Quote.of(object.name()) + " belongs to the cluster, and names a namespace",
                "objects of this kind lie in no namespace, and Helm would look for it in one",
                "remove `namespace:`");
    }

    /** Those of the values, and where cert-manager looks for the Secrets of ClusterIssuers. */
    private static Set<String> known(Platform platform) {
        Set<String> known = platform.cluster().namespaces().stream()
                .map(Namespace::name)
                .collect(Collectors.toCollection(TreeSet::new));
        platform.components().forEach(component -> known.add(component.namespace()));
        platform.rabbitmq().flatMap(part -> part.cluster().tls()).ifPresent(tls -> known.add(tls.issuerNamespace()));
        return known;
    }

    private static boolean isOfCluster(RenderedObject object, Set<String> clusterKinds, Set<String> placedKinds) {
        return OF_CLUSTER.contains(object.kind())
                || clusterKinds.contains(object.kind())
                || object.namespace().isEmpty()
                        && !ApiGroups.isBuiltIn(object.group())
                        && !placedKinds.contains(object.kind())
                        && !isNamespaced(object);
    }

    /** As far as add-ons are known; nobody knows it of other kinds. */
    private static boolean isNamespaced(RenderedObject object) {
        return ADDONS.of(object).isPresent() && !object.kind().startsWith("Cluster");
    }

    private static String namespace(RenderedObject object, Platform platform) {
        return object.namespace().isEmpty() ? HelmRender.namespace(platform) : object.namespace();
    }

    private static Problem problem(RenderedObject object, Platform platform, Set<String> known) {
        boolean none = object.namespace().isEmpty();
        return new Problem(
                object.place("metadata", "namespace").value(),
                "unknown-namespace",
                object.kind() + " " + Quote.of(object.name())
                        + (none
                                ? " names no namespace, and that of the release, "
                                        + Quote.of(namespace(object, platform)) + ", is none of `cluster.namespaces`"
                                : " lies in namespace " + Quote.of(object.namespace())
                                        + ", which `cluster.namespaces` does not list"),
                "the umbrella makes the listed namespaces, each with its Pod Security level, and no others",
                none
                        ? "write `namespace:` into its metadata"
                        : Choice.fix(object.namespace(), List.copyOf(known), "list it"));
    }
}
