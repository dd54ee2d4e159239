package dev.chartwright.model;

import java.util.List;
import java.util.Optional;

/**
 * What the rest of the platform knows of a component: all that is derived for it comes from here.
 *
 * @param section its section of {@code values/}
 * @param component name of its chart
 * @param title what people call it
 * @param namespace where it stands in drawings
 * @param drawn what it is in drawings
 * @param edge where requests from outside come in, if it is the platform's router
 * @param pods its pods
 * @param services Services that lead to them
 * @param connections who opens connections to its pods, beside those who need it
 * @param test what {@code helm test} opens
 * @param openings what needs of applications open
 * @param reads places in its section that name its Secrets
 * @param addons what in its section needs an add-on of the cluster
 * @param objects what is known of its kinds of custom resources
 * @param frozen fields of them that have to stay as they are
 * @param cleanup pods that delete custom resources before an uninstall
 */
public record Facets(
        String section,
        String component,
        String title,
        String namespace,
        Architecture.Kind drawn,
        Optional<Edge> edge,
        List<ComponentPods> pods,
        List<OfferedService> services,
        List<Connection> connections,
        List<Connection> test,
        List<Opening> openings,
        List<NamedSecret> reads,
        List<NeededAddon> addons,
        List<CustomKind> objects,
        List<FrozenPaths> frozen,
        Optional<PodGroup> cleanup) {
    /**
     * The platform's router.
     *
     * @param pods its pods
     * @param ports ports on which they take requests
     */
    public record Edge(PodGroup pods, List<PolicyPort> ports) {}
}
