package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Rules that a CustomResourceDefinition writes in the Common Expression Language. */
final class ExpressionRule {
    private static final Expressions EXPRESSIONS = new Expressions();

    private ExpressionRule() {}

    static Stream<Problem> check(RenderedObject object, CustomSchema schema, SchemaVisit visit) {
        return visit.schema()
                .path("x-kubernetes-validations")
                .valueStream()
                .filter(rule -> !EXPRESSIONS.holds(rule.path("rule").asString(""), visit))
                .map(rule -> problem(object, schema, visit, rule));
    }

    private static Problem problem(RenderedObject object, CustomSchema schema, SchemaVisit visit, JsonNode rule) {
        String said = rule.path("message").asString("");
        String pointer = visit.place().pointer();
        String what = pointer.isEmpty() ? "" : ": `" + pointer.substring(1).replace('/', '.') + "`";
        return new Problem(
                visit.place().key(),
                "resource-rule",
                object.kind() + " " + Quote.of(object.name()) + what + " breaks a rule of " + schema.label()
                        + (said.isEmpty() ? "" : ": " + said.strip()),
                "the API server refuses an object for which this is not true: "
                        + rule.path("rule").asString("").strip().replaceAll("\\s+", " "),
                "change what the rule names; `self` is the value at this place");
    }
}
