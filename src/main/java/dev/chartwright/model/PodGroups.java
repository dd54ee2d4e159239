package dev.chartwright.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.model.ComponentPods.MadeBy;

/**
 * The pods of a platform by the labels that the charts and the operators give them.
 *
 * @param platform whose pods
 */
record PodGroups(Platform platform) {
    /** The label is that of every CoreDNS and kube-dns. */
    static final PodGroup DNS = PodGroup.foreign("dns", "kube-system", new Entry("k8s-app", "kube-dns"));

    /** Whoever hands requests from outside to the platform; nobody is known where the platform has no edge router. */
    Optional<Facets.Edge> edge() {
        return platform.facets().stream().flatMap(part -> part.edge().stream()).findFirst();
    }

    /** Pods that operators make, with labels of their own. */
    List<PodGroup> operated() {
        return pods().filter(pods -> pods.madeBy() == MadeBy.OPERATOR)
                .map(ComponentPods::group)
                .toList();
    }

    /** Operators; each leaves the lease by which it led. */
    List<PodGroup> operators() {
        return pods().filter(ComponentPods::operator).map(ComponentPods::group).toList();
    }

    /** Every group that runs for longer than a chore. */
    List<PodGroup> lasting() {
        Stream<PodGroup> applications = platform.applications().stream().map(PodGroup::of);
        return Stream.concat(applications, pods().map(ComponentPods::group).filter(PodGroup::isOurs))
                .toList();
    }

    /** Pods that delete custom resources. */
    List<PodGroup> cleanups() {
        return platform.facets().stream()
                .flatMap(part -> part.cleanup().stream())
                .toList();
    }

    /** Pods whose ServiceAccount may do something at the API server. */
    Stream<PodGroup> rights() {
        Stream<PodGroup> applications = platform.applications().stream()
                .filter(application -> application.security().hasPermissions())
                .map(PodGroup::of);
        Stream<PodGroup> parts = pods().filter(ComponentPods::api).map(ComponentPods::group);
        return Stream.of(applications, parts, cleanups().stream()).flatMap(groups -> groups);
    }

    private Stream<ComponentPods> pods() {
        return platform.facets().stream().flatMap(part -> part.pods().stream());
    }
}
