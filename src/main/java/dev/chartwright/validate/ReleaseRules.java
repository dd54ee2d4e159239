package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;

/** Every rule between the objects of one release: what must be there when Helm, of either version, makes the next. */
final class ReleaseRules {
    private static final List<ReleaseRule> RULES =
            List.of(new DefinitionRule(), new WebhookRule(), new NamespaceOrderRule(), new SecretOrderRule());

    private ReleaseRules() {}

    static Stream<Problem> check(Release release) {
        return RULES.stream().flatMap(rule -> rule.check(release));
    }
}
