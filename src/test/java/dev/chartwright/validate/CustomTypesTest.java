package dev.chartwright.validate;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class CustomTypesTest {
    private static final String ROUTE = """
            # Source: shop/templates/httproute.yaml
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata:
              name: api
              namespace: shop
              labels: {app: api}
            spec:
              parentRefs:
                - name: gateway
              hostnames: [shop.example]
              rules:
                - matches:
                    - path: {type: PathPrefix, value: /api}
                  filters:
                    - type: RequestRedirect
                      requestRedirect: {scheme: https, statusCode: 301}
            """;
    private static final String DEFINITION = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: things.example.com}
            spec:
              group: example.com
              names: {kind: Thing, plural: things}
              versions:
                - name: v1
                  served: true
                  schema:
                    openAPIV3Schema:
                      type: object
                      properties:
                        apiVersion: {type: string}
                        kind: {type: string}
                        metadata: {type: object}
                        status: {type: object}
                        spec:
                          type: object
                          required: [size, mode]
                          x-kubernetes-validations:
                            - {rule: "self.size <= self.max__dash__size", message: too big}
                          properties:
                            size: {type: integer, minimum: 1}
                            max-size: {type: integer, default: 9}
                            mode: {type: string, enum: [fast, slow], default: slow}
                            parts:
                              type: array
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [name, protocol]
                              items:
                                type: object
                                properties: {name: {type: string}, protocol: {type: string, default: TCP}}
                            tags: {type: array, x-kubernetes-list-type: set, items: {type: string}}
                            free: {type: object, x-kubernetes-preserve-unknown-fields: true}
            """;
    private static final String THING = """
            # Source: shop/templates/thing.yaml
            apiVersion: example.com/v1
            kind: Thing
            metadata: {name: thing}
            spec:
              size: 3
              parts: [{name: a}, {name: a, protocol: UDP}]
              tags: [x, z]
              free: {any: 1}
            """;

    private final CustomTypes types = new CustomTypes(new KubernetesTypes().metadata());

    private List<Problem> check(String objects) {
        return types.check(new Release(
                        SamplePlatform.create(),
                        RenderedObjects.parse(objects).objects(),
                        RenderedObjects.parse(DEFINITION).objects()))
                .toList();
    }

    private static String broken(String text, String right, String wrong) {
        String line = right.replace("\\n", "\n");
        assertThat(text).contains(line);
        return text.replaceFirst(Pattern.quote(line), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
    }

    @Test
    void acceptsWhatIsRight() {
        assertThat(check(ROUTE)).isEmpty();
        assertThat(check(THING)).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                      hostnames:          | hostNames:                                     | unknown-key       | 11:3
                      parentRefs:         | parentRef:                                     | unknown-key       | 9:3
                      type: PathPrefix    | type: Prefix                                   | not-allowed-value | 14:24
                      statusCode: 301     | statusCode: "301"                              | wrong-type        | 17:56
                      statusCode: 301     | statusCode: 300                                | not-allowed-value | 17:56
                      labels: {app: api}  | labels: {app: 1}                               | wrong-type        | 7:17
                      value: /api         | value: api                                     | resource-rule     | 14:11
                      value: /api         | value: /api/../x                               | resource-rule     | 14:11
                      type: RequestRedi   | type: URLRewrite\\n          x: RequestRedi     | unknown-key       | 17:11
                      scheme: https       | path: {type: ReplaceFullPath}                  | resource-rule     | 17:29
                    """)
    void refusesOfAnAddon(String right, String wrong, String code, String place) {
        List<Problem> problems = check(broken(ROUTE, right, wrong));

        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems)
                .extracting(problem -> problem.location().toString())
                .contains("shop/templates/httproute.yaml (rendered):" + place);
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                      size: 3        | siez: 3        | unknown-key       | 6:3
                      size: 3        | size: 0        | out-of-range      | 6:9
                      size: 3        | size: 10       | resource-rule     | 5:1
                      size: 3        | mode: fast     | missing-key       | 5:1
                      size: 3        | mode: quick    | not-allowed-value | 6:9
                      protocol: UDP  | protocol: TCP  | duplicate-entry   | 7:22
                      x, z           | x, x           | duplicate-entry   | 8:13
                      spec:          | status: {}\\nspec: | unknown-key    | 5:1
                    """)
    void refusesOfAChart(String right, String wrong, String code, String place) {
        List<Problem> problems = check(broken(THING, right, wrong));

        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems)
                .extracting(problem -> problem.location().toString())
                .contains("shop/templates/thing.yaml (rendered):" + place);
    }

    @Test
    void quotesTheRule() {
        assertThat(check(broken(THING, "size: 3", "size: 10"))).singleElement().satisfies(problem -> {
            assertThat(problem.what())
                    .isEqualTo("Thing `thing`: `spec` breaks a rule of the CRD `things.example.com`: too big");
            assertThat(problem.why()).contains("self.size <= self.max__dash__size");
        });
    }

    @Test
    void leavesAnotherGroupToTheCluster() {
        assertThat(check("apiVersion: other.example/v1\nkind: Thing\nmetadata: {name: x}\nspec: {any: 1}\n"))
                .isEmpty();
    }

    /** An expression that could not be evaluated would refuse nothing, and nobody would know. */
    @ParameterizedTest
    @MethodSource("expressions")
    void evaluatesEveryExpressionOfTheAddons(String expression) {
        assertThat(Expressions.compile(expression)).isPresent();
    }

    static Stream<String> expressions() {
        JsonNode kinds = JarFile.json("addons.schema.json");
        return kinds.valueStream()
                .flatMap(kind -> kind.findValues("x-kubernetes-validations").stream())
                .flatMap(JsonNode::valueStream)
                .map(rule -> rule.path("rule").asString())
                .distinct();
    }

    @Test
    void fillsDefaultsInBeforeARuleLooks() {
        JsonNode schema =
                JsonMapper.shared().readTree("{\"properties\":{\"a\":{\"type\":\"string\",\"default\":\"x\"}}}");
        JsonNode value = JsonMapper.shared().createObjectNode();
        SchemaVisit visit = new SchemaVisit(
                schema, value, RenderedObjects.parse(THING).objects().get(0).place(), schema);

        assertThat(new Expressions().holds("self.a == 'x'", visit)).isTrue();
        assertThat(new Expressions().holds("self.a == 'y'", visit)).isFalse();
        assertThat(new Expressions().holds("self.b == 'y'", visit)).isFalse();
    }
}
