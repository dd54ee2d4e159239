package dev.chartwright.schema;

import java.util.List;

import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Rules that tie values together are told in our words, never in those of the validator. */
class LogicWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            not: {required: [a, b]}                    | {a: 1, b: 1}  | x
            not: {enum: [IP]}                          | IP            | x
            oneOf: [{required: [a]}, {required: [b]}]  | {a: 1, b: 1}  | x
            oneOf: [{required: [a]}, {required: [b]}]  | {c: 1}  | x
            anyOf: [{required: [a]}, {required: [b]}]  | {c: 1}        | x
            anyOf: [{type: integer}, {type: string}]   | true          | x
            anyOf: [{format: ipv4}, {format: ipv6}]    | text          | x
            format: date-time                          | text          | x
            contains: {const: ALL}                     | [NET]         | x
            if: {required: [a]}, then: {required: [b]} | {a: 1}        | x
            dependencies: {a: [b]} | {a: 1}        | x
            """)
    void aRuleIsToldInWords(String rule, String value, String told) {
        System.out.println(check(rule, value).stream().map(p -> p.code()+"  "+p.what()+" FIX "+p.fix()).toList());
    }

    private static List<Problem> check(String rule, String value) {
        String schema = new YamlReader().read("{properties: {at: {" + rule + "}}}", "schema").root().toString();
        YamlDocument document = new YamlReader().read("at: " + value + "\n", "f");
        return new DocumentSchema(schema, "the schema").check(document.root(), document.origins());
    }
}
