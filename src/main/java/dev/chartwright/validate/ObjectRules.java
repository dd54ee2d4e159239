package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every rule about objects by themselves: what the API server would refuse or drop. */
final class ObjectRules {
    private static final List<ReleaseRule> RULES = List.of(new KubernetesTypes());

    private ObjectRules() {}

    static Stream<Problem> check(Release release) {
        return RULES.stream().flatMap(rule -> rule.check(release));
    }
}
