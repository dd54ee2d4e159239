package dev.chartwright.schema;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Regular expressions of a schema, all of which have to compile, here and wherever else they are evaluated. */
final class SchemaPatterns {
    private final Origins origins;
    private final List<PatternCompiler> compilers;

    /**
     * Expressions of one file.
     *
     * @param elsewhere who else evaluates them
     */
    SchemaPatterns(Origins origins, PatternCompiler elsewhere) {
        this.origins = origins;
        compilers = List.of(SchemaPatterns::fault, elsewhere);
    }

    Stream<Problem> check(JsonNode root) {
        return SchemaParts.of(root).flatMap(part -> Stream.concat(values(part), keys(part)));
    }

    private Stream<Problem> values(SchemaParts part) {
        String pattern = part.node().path("pattern").asString("");
        return problem(pattern, origins.value(part.pointer() + "/pattern"));
    }

    private Stream<Problem> keys(SchemaParts part) {
        return part.node().path("patternProperties").propertyNames().stream()
                .flatMap(name ->
                        problem(name, origins.key(part.pointer() + Origins.pointer("patternProperties", name))));
    }

    private Stream<Problem> problem(String expression, Location place) {
        return compilers.stream()
                .flatMap(compiler -> compiler.fault(expression).stream())
                .limit(1)
                .map(fault -> new Problem(
                        place,
                        "pattern-syntax",
                        Quote.of(expression) + " is no regular expression: " + fault,
                        "who evaluates it refuses it, and nothing matches",
                        "mend the expression"));
    }

    private static Optional<String> fault(String expression) {
        try {
            Pattern.compile(expression);
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(broken.getDescription().toLowerCase(Locale.ROOT));
        }
    }
}
