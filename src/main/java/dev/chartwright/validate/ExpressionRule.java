package dev.chartwright.validate;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Rules of a schema in the Common Expression Language: those of CRDs, and those of Kubernetes' own kinds. */
final class ExpressionRule {
    private static final Pattern FIELDS = Pattern.compile("(\\.\\w+)+");
    private static final Expressions EXPRESSIONS = new Expressions();

    private ExpressionRule() {}

    /**
     * What a value breaks of the rules of its schema.
     *
     * @param label what messages call the schema
     */
    static Stream<Problem> check(RenderedObject object, String label, SchemaVisit visit) {
        return visit.schema()
                .path("x-kubernetes-validations")
                .valueStream()
                .filter(rule -> !EXPRESSIONS.holds(rule.path("rule").asString(""), visit))
                .map(rule -> problem(object, label, visit, rule));
    }

    private static Problem problem(RenderedObject object, String label, SchemaVisit visit, JsonNode rule) {
        String said = rule.path("message").asString("");
        String pointer = visit.place().pointer();
        String what = pointer.isEmpty() ? "" : ": `" + pointer.substring(1).replace('/', '.') + "`";
        return new Problem(
                field(visit.place(), rule.path("fieldPath").asString("")).key(),
                "resource-rule",
                object.kind() + " " + Quote.of(object.name()) + what + " breaks a rule of " + label
                        + (said.isEmpty() ? "" : ": " + said.strip()),
                "the API server refuses an object for which this is not true: "
                        + rule.path("rule").asString("").strip().replaceAll("\\s+", " "),
                "change what the rule names; `self` is the value at this place");
    }

    /** What the rule says is at fault; a path through lists or quoted names stays at the value. */
    private static Place field(Place place, String path) {
        return FIELDS.matcher(path).matches() ? place.then(path.substring(1).split("\\.")) : place;
    }
}
