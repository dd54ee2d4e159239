package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Quote;

/** Every container says what it needs, and how much memory and, where it can write, disk it may take. */
final class ResourcePolicy implements Policy {
    private static final String REQUESTS = "missing-requests";
    private static final String LIMIT = "missing-memory-limit";
    private static final String STORAGE = "missing-storage-limit";

    @Override
    public List<String> checks() {
        return List.of(REQUESTS, LIMIT, STORAGE);
    }

    @Override
    public Stream<Finding> find(Release release) {
        return OperatedTemplates.andRendered(release)
                .flatMap(PodTemplate::containers)
                .flatMap(ResourcePolicy::find);
    }

    private static Stream<Finding> find(PodContainer container) {
        Stream<Finding> requests = Stream.of("cpu", "memory")
                .filter(resource -> isMissing(container, "requests", resource))
                .map(
                        resource -> finding(
                                container,
                                REQUESTS,
                                "requests." + resource,
                                "the scheduler looks at requests alone: without them a pod goes to a full node and is evicted first"));
        Stream<Finding> limits = Stream.of("memory")
                .filter(resource -> isMissing(container, "limits", resource))
                .map(resource -> finding(
                        container,
                        LIMIT,
                        "limits." + resource,
                        "a leak without a limit takes the memory of every pod on the node"));
        return Stream.of(requests, limits, storage(container)).flatMap(findings -> findings);
    }

    /**
     * Who says that it writes to the disk of a node beside its volumes; what says nothing is told as {@code
     * writable-root}, and is one mistake.
     */
    private static Stream<Finding> storage(PodContainer container) {
        SecurityContext context = SecurityContext.of(container);
        boolean writes = context.is("privileged", true) || context.is("readOnlyRootFilesystem", false);
        return writes && isMissing(container, "limits", "ephemeral-storage")
                ? Stream.of(finding(
                        container,
                        STORAGE,
                        "limits.ephemeral-storage",
                        "one that writes without a limit fills the disk of its node, which then evicts every pod"))
                : Stream.empty();
    }

    private static boolean isMissing(PodContainer container, String list, String resource) {
        return List.of("", "0")
                .contains(container
                        .root()
                        .path("resources")
                        .path(list)
                        .path(resource)
                        .asString(""));
    }

    private static Finding finding(PodContainer container, String check, String field, String why) {
        Breach breach = new Breach(
                container.place().then("resources").then(field.split("\\.")),
                "container " + Quote.of(container.name()) + " has no " + Quote.of("resources." + field),
                "write it as it was measured");
        return Finding.of(container.pod(), check, breach, why);
    }
}
