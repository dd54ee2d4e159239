package dev.chartwright.schema;

import java.util.List;

import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that tie values together are told once each, in our words, never in those of the validator. */
class LogicWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            not: {required: [a, b]} | {a: 1, b: 1} | `at` is what the schema excludes: a map with `a` and `b`
            not: {enum: [IP]} | IP | `at` is what the schema excludes: `IP`
            not: {pattern: ^x} | xy | `at` is what the schema excludes: text of the pattern `^x`
            not: {properties: {a: {const: 1}}} | {a: 1} | `at` is what the schema excludes: `a` is `1`
            oneOf: [{required: [a]}, {required: [b]}] | {a: 1, b: 1} | `at` keeps not exactly one of 2 rules: a map with `a`; or a map with `b`
            oneOf: [{required: [a]}, {required: [b]}] | {c: 1} | `at` keeps none of 2 rules: a map with `a`; or a map with `b`
            anyOf: [{required: [a]}, {required: [b]}] | {c: 1} | `at` keeps none of 2 rules: a map with `a`; or a map with `b`
            anyOf: [{type: boolean}, {properties: {a: {type: integer}}}] | {a: x} | `at` keeps none of 2 rules: `true` or `false`; or `a` is a whole number
            format: ipv4 | text | `at` is `text`, which is no ipv4
            contains: {const: ALL} | [NET] | `at` has no entry that is right here: `ALL`
            """)
    void aRuleIsToldInWords(String rule, String value, String told) {
        assertThat(check(rule, value)).extracting(Problem::what).containsExactly(told);
        assertThat(check(rule, value)).extracting(Problem::code).containsExactly("schema-rule");
    }

    @Test
    void eachValueThatKeepsNoneOfItsChoicesIsToldAtItsPlace() {
        assertThat(check("items: {anyOf: [{required: [a]}, {required: [b]}]}", "[{c: 1}, {a: 1}, {c: 1}]"))
                .extracting(problem -> problem.what().substring(0, 6))
                .containsExactly("`at.0`", "`at.2`");
    }

    @Test
    void theKeyThatAnotherNeedsIsTheOneThatIsMissing() {
        assertThat(check("dependencies: {a: [c, b]}", "{a: 1, c: 1}"))
                .extracting(Problem::fix)
                .containsExactly("add `b:`");
        assertThat(check("if: {required: [a]}, then: {required: [b]}", "{a: 1}"))
                .extracting(Problem::fix)
                .containsExactly("add `b:`");
    }

    private static List<Problem> check(String rule, String value) {
        String schema = new YamlReader()
                .read("{properties: {at: {" + rule + "}}}", "schema")
                .root()
                .toString();
        YamlDocument document = new YamlReader().read("at: " + value + "\n", "f");
        return new DocumentSchema(schema, "the schema").check(document.root(), document.origins());
    }
}
