package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesTypesTest {
    private static final String DEPLOYMENT = """
            # Source: shop/templates/deployment.yaml
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: api
              namespace: shop
            spec:
              replicas: 2
              selector:
                matchLabels: {app: api}
              strategy:
                type: RollingUpdate
                rollingUpdate: {maxSurge: 25%, maxUnavailable: 0}
              template:
                metadata:
                  labels: {app: api}
                spec:
                  securityContext: {runAsNonRoot: true}
                  containers:
                    - name: api
                      image: registry.example/api:1
                      imagePullPolicy: IfNotPresent
                      ports:
                        - containerPort: 8080
                      resources:
                        requests: {cpu: 100m, memory: 1.5Gi}
                        limits: {cpu: 2}
                      livenessProbe:
                        httpGet: {path: /, port: http}
            """;
    private final KubernetesTypes types = new KubernetesTypes();

    private List<Problem> check(String... objects) {
        return types.check(new Release(
                        SamplePlatform.create(),
                        RenderedObjects.parse(String.join("---\n", objects)).objects(),
                        List.of()))
                .toList();
    }

    @Test
    void hasEveryTypeAndFieldThatComponentsMayName() throws IOException {
        JsonNode said = JsonMapper.shared()
                .readTree(Files.readString(Path.of("schema/component.schema.json")))
                .path("definitions");
        Stream<String> types = said.at("/CustomKind/properties/types/additionalProperties/enum")
                .valueStream()
                .map(type -> type.asString().replace(".", "/properties/"));
        Stream<String> fields = said.at("/CustomPods/properties/fields/propertyNames/enum")
                .valueStream()
                .map(field -> "V1PodSpec/properties/" + field.asString());
        Stream<String> containerFields = said.at("/CustomPods/properties/containerFields/propertyNames/enum")
                .valueStream()
                .map(field -> "V1Container/properties/" + field.asString());
        JsonNode known = this.types.definitions();

        assertThat(Stream.of(types, fields, containerFields).flatMap(all -> all))
                .hasSizeGreaterThan(60)
                .allSatisfy(
                        type -> assertThat(known.at("/" + type).isMissingNode()).isFalse());
    }

    @Test
    void acceptsADeployment() {
        assertThat(check(DEPLOYMENT)).isEmpty();
    }

    @ParameterizedTest(name = "{1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
                      containers:             | contianers:                  | unknown-key       | 19:7
                      replicas: 2             | replicas: "2"                | wrong-type        | 8:13
                      replicas: 2             | replicas:                    | wrong-type        | 8:12
                      matchLabels: {app: api} | matchLabels: {app: 1}        | wrong-type        | 10:24
                      name: api\\n            | nmae: api\\n                 | unknown-key       | 5:3
                      type: RollingUpdate     | type: Rolling                | not-allowed-value | 12:11
                      IfNotPresent            | Sometimes                    | not-allowed-value | 22:28
                      1.5Gi                   | 1.5GB                        | text-pattern      | 26:43
                      - containerPort: 8080   | - containerPort: http        | wrong-type        | 24:30
                      runAsNonRoot: true      | runAsNonRoot: "true"         | wrong-type        | 18:39
                      image:                  | images:                      | unknown-key       | 21:11
                      apps/v1                 | apps/v1beta2                 | removed-api       | 2:13
                      apps/v1                 | extensions/v1beta1           | removed-api       | 2:13
                      apps/v1                 | apps/v2                      | unknown-kind      | 2:13
                      kind: Deployment        | kind: Deplyoment             | unknown-kind      | 2:13
                      httpGet:                | httpget:                     | unknown-key       | 29:13
                      replicas: 2             | replicas: -1                 | out-of-range      | 8:13
                      replicas: 2             | replicas: 3000000000         | out-of-range      | 8:13
                      containerPort: 8080     | containerPort: 80800         | out-of-range      | 24:30
                      port: http              | port: 0                      | out-of-range      | 29:38
                      port: http              | port: 99999                  | out-of-range      | 29:38
                      maxSurge: 25%           | maxSurge: a quarter          | text-pattern      | 13:31
                      - name: api\\n           | - name: Api\\n               | text-pattern      | 20:17
                    """)
    void refuses(String right, String wrong, String code, String place) {
        String line = right.replace("\\n", "\n");
        assertThat(DEPLOYMENT).contains(line);

        List<Problem> problems = check(
                DEPLOYMENT.replaceFirst(Pattern.quote(line), Matcher.quoteReplacement(wrong.replace("\\n", "\n"))));

        assertThat(problems).extracting(Problem::code).contains(code);
        assertThat(problems)
                .extracting(problem -> problem.location().toString())
                .contains("shop/templates/deployment.yaml (rendered):" + place);
    }

    @Test
    void saysWhichObjectItIsAbout() {
        assertThat(check(DEPLOYMENT.replace("containers:", "contianers:")))
                .extracting(Problem::what)
                .containsExactly("Deployment `api`: `spec.template.spec` has no key `contianers`");
    }

    @Test
    void knowsWhatTookThePlaceOfARemovedVersion() {
        assertThat(check(DEPLOYMENT.replace("apps/v1", "extensions/v1beta1")))
                .singleElement()
                .extracting(Problem::fix)
                .isEqualTo("write `apiVersion: apps/v1` and compare the fields");
    }

    @Test
    void leavesOtherGroupsToTheirDefinitions() {
        assertThat(check("apiVersion: example.com/v1\nkind: Thing\nmetadata: {name: x}\nspec: {any: 1}\n"))
                .isEmpty();
    }
}
