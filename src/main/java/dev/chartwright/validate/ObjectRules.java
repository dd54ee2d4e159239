package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every rule about what objects say and whom they name: what the API server would refuse, or take and never do. */
final class ObjectRules {
    private static final KubernetesTypes KUBERNETES = new KubernetesTypes();
    private static final List<ReleaseRule> TYPES =
            List.of(KUBERNETES, new CustomTypes(KUBERNETES.metadata()), new EmbeddedTypes(KUBERNETES.definitions()));
    private static final List<ReleaseRule> RULES = List.of(
            new NameRule(),
            new LabelRule(),
            new SizeRule(),
            new PodListRule(),
            new PodDataRule(),
            new SelectorRule(),
            new AccessRule(),
            new BackendRule(),
            new ReferenceRule(),
            new BrokerRule(),
            new NetworkPolicyRule(),
            new MonitorRule(),
            new PortNameRule(),
            new WorkloadRule(),
            new RoleWordRule(),
            new AnnotationRule(),
            new ImageNameRule(),
            new PlacementRule(),
            new CustomSecretRule(),
            new AttachmentRule(),
            new MirrorRule(),
            new PromisedServiceRule(),
            new PodSecurityStandards());

    private ObjectRules() {}

    /** A misspelt field leaves nothing for the rules that read it, so they wait until all fields are right. */
    static Stream<Problem> check(Release release, Subject subject) {
        List<Problem> types =
                TYPES.stream().flatMap(rule -> rule.check(release)).toList();
        return types.isEmpty()
                ? Stream.concat(RULES.stream().flatMap(rule -> rule.check(release)), Policies.check(release, subject))
                : types.stream();
    }
}
