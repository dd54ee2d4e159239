package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import tools.jackson.databind.JsonNode;

/**
 * Structural schema of one version of a custom resource.
 *
 * @param label what messages call it
 * @param root what stands below {@code openAPIV3Schema}
 */
record CustomSchema(String label, JsonNode root) {
    /** What is wrong with an object whose types are right. */
    Stream<Problem> rulesOf(RenderedObject object) {
        return SchemaVisit.of(root, object.root(), object.place())
                .flatMap(visit -> Stream.of(
                                MapList.check(object, visit),
                                QuantitySpelling.check(object, visit),
                                ExpressionRule.check(object, label, visit))
                        .flatMap(problems -> problems));
    }
}
