package dev.chartwright.validate;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.model.Namespace;
import dev.chartwright.model.Platform;
import dev.chartwright.model.PodGroup;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Network policies guard pods that there are, and let in and out pods that there are. */
final class NetworkPolicyRule implements ReleaseRule {
    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    @Override
    public Stream<Problem> check(Release release) {
        SelectablePods pods = SelectablePods.of(release);
        Set<String> ours = release.objects().stream()
                .filter(object -> object.kind().equals("Namespace"))
                .map(RenderedObject::name)
                .collect(Collectors.toSet());
        Set<String> known = known(release, ours);
        return release.objects().stream()
                .filter(object -> object.kind().equals("NetworkPolicy"))
                .flatMap(
                        policy -> Stream.of(guarded(policy, pods), peers(policy, pods, ours), namespaces(policy, known))
                                .flatMap(found -> found));
    }

    /** Namespaces of others are known from the connections of the values. */
    private static Set<String> known(Release release, Set<String> ours) {
        Set<String> known = new TreeSet<>(ours);
        Platform platform = release.platform();
        platform.cluster().namespaces().stream().map(Namespace::name).forEach(known::add);
        platform.networkPolicies().stream()
                .flatMap(policy -> Stream.concat(policy.ingress().stream(), policy.egress().stream()))
                .flatMap(rule -> rule.peers().stream())
                .flatMap(
                        peer -> Stream.concat(peer.namespace().stream(), peer.pods().map(PodGroup::namespace).stream()))
                .forEach(known::add);
        return known;
    }

    private static Stream<Problem> namespaces(RenderedObject policy, Set<String> known) {
        return Stream.concat(each(policy, "ingress", "from"), each(policy, "egress", "to"))
                .filter(peer -> peer.root().at("/namespaceSelector/matchLabels").has(NAMESPACE_NAME))
                .filter(peer -> !known.contains(namespace(policy, peer.root())))
                .map(peer -> new Problem(
                        peer.place()
                                .then("namespaceSelector", "matchLabels", NAMESPACE_NAME)
                                .value(),
                        "unknown-namespace",
                        "NetworkPolicy " + Quote.of(policy.name()) + " names as a peer namespace "
                                + Quote.of(namespace(policy, peer.root())) + ", which the values do not know",
                        "packets of those that were meant are dropped, and nobody tells",
                        Choice.fix(namespace(policy, peer.root()), known, "list it in `cluster.namespaces`")));
    }

    private static Stream<Problem> guarded(RenderedObject policy, SelectablePods pods) {
        JsonNode labels = policy.root().at("/spec/podSelector/matchLabels");
        return pods.any(policy.namespace(), labels)
                ? Stream.empty()
                : Stream.of(problem(
                        policy,
                        policy.place("spec", "podSelector"),
                        "guards no pod of namespace " + Quote.of(policy.namespace()),
                        "what it was meant to guard is open, or closed by another policy"));
    }

    private static Stream<Problem> peers(RenderedObject policy, SelectablePods pods, Set<String> ours) {
        return Stream.concat(each(policy, "ingress", "from"), each(policy, "egress", "to"))
                .filter(peer -> peer.root().has("podSelector"))
                .filter(peer -> ours.contains(namespace(policy, peer.root())))
                .filter(peer ->
                        !pods.any(namespace(policy, peer.root()), peer.root().at("/podSelector/matchLabels")))
                .map(peer -> problem(
                        policy,
                        peer.place().then("podSelector"),
                        "names as a peer no pod of namespace " + Quote.of(namespace(policy, peer.root())),
                        "packets of those that were meant are dropped, and nobody tells"));
    }

    /** Empty where the peer's namespace is chosen by other labels than its name. */
    private static String namespace(RenderedObject policy, JsonNode peer) {
        JsonNode selector = peer.path("namespaceSelector");
        return selector.isMissingNode()
                ? policy.namespace()
                : selector.path("matchLabels").path(NAMESPACE_NAME).asString("");
    }

    private static Stream<Element> each(RenderedObject policy, String direction, String peers) {
        return Element.each(policy.root().at("/spec/" + direction), policy.place("spec", direction))
                .flatMap(rule -> rule.each(peers));
    }

    private static Problem problem(RenderedObject policy, Place place, String what, String why) {
        return new Problem(
                place.key(),
                "dangling-selector",
                "NetworkPolicy " + Quote.of(policy.name()) + " " + what,
                why,
                "write labels that the pods have; theirs stand in `template.metadata.labels`");
    }
}
