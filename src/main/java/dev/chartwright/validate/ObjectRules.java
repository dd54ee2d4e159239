package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every rule about what objects say and whom they name: what the API server would refuse, or take and never do. */
final class ObjectRules {
    private static final List<ReleaseRule> RULES = List.of(
            new KubernetesTypes(),
            new PodListRule(),
            new PodDataRule(),
            new SelectorRule(),
            new AccessRule(),
            new PodSecurityStandards());

    private ObjectRules() {}

    static Stream<Problem> check(Release release) {
        return RULES.stream().flatMap(rule -> rule.check(release));
    }
}
