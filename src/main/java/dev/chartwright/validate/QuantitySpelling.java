package dev.chartwright.validate;

import java.util.stream.Stream;

import dev.chartwright.model.QuantityNotation;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/**
 * Quantities of custom resources are text, spelt as Kubernetes' programs spell them.
 *
 * <p>Of Kubernetes' own kinds the API server does so itself, before it looks at whose a field is.
 */
final class QuantitySpelling {
    /** Stands in the pattern of every quantity, and of nothing else. */
    private static final String UNITS = "([KMGTPE]i)|[numkMGTPE]";

    private QuantitySpelling() {}

    static Stream<Problem> check(RenderedObject object, SchemaVisit visit) {
        if (!isQuantity(visit.schema())) {
            return Stream.empty();
        }
        String written = visit.value().asString("");
        return QuantityNotation.canonical(written)
                .filter(canonical -> !visit.value().isString() || !canonical.equals(written))
                .map(canonical -> problem(object, visit, written, canonical))
                .stream();
    }

    private static boolean isQuantity(JsonNode schema) {
        return schema.path("x-kubernetes-int-or-string").asBoolean(false)
                && schema.path("pattern").asString("").contains(UNITS);
    }

    private static Problem problem(RenderedObject object, SchemaVisit visit, String written, String canonical) {
        return new Problem(
                visit.place().value(),
                "quantity-spelling",
                object.kind() + " " + Quote.of(object.name()) + " has the quantity "
                        + Quote.of(visit.value().isString() ? written : written + " as a number"),
                "an operator that updates its resource writes the text " + Quote.of(canonical)
                        + ": the field is the operator's then, and the next upgrade of Helm 4 a conflict",
                "write `\"" + canonical + "\"`; what a template takes from values, pass through the helper `quantity`");
    }
}
