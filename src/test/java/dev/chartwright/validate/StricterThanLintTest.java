package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What `helm lint --with-subcharts` passes, and we do not; real Helm says so beside each. */
class StricterThanLintTest {
    private static final Origins NOWHERE = new Origins(Map.of(), Map.of(), Location.ofFile("values/stage.yaml"));
    private static final String METADATA = "metadata: {name: twin, namespace: api}\n";
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: api}
            spec:
              selector: {matchLabels: {app: web}}
              template:
                metadata: {labels: {app: web}}
                spec:
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: web
                      image: registry.example/web:1
                      securityContext:
                        allowPrivilegeEscalation: false
                        readOnlyRootFilesystem: true
                        capabilities: {drop: [ALL]}
                      resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 64Mi}}
            """;

    private final ChartValidator validator = new ChartValidator(Path.of("schema"));

    private static String chartYaml(String more) {
        return SampleChart.chartYaml("api", more).content();
    }

    static Stream<Arguments> gaps() {
        return Stream.of(
                arguments("a key twice in values", "values.yaml", "replicas: 1\nreplicas: 2\n", "duplicate-key"),
                arguments("a key twice in Chart.yaml", "Chart.yaml", chartYaml("type: application\n"), "duplicate-key"),
                arguments("an unknown field of Chart.yaml", "Chart.yaml", chartYaml("zz: 1\n"), "unknown-key"),
                arguments(
                        "a name that is no DNS label",
                        "Chart.yaml",
                        chartYaml("").replace("name: api", "name: Api_x.y"),
                        "text-pattern"),
                arguments(
                        "a version with a v",
                        "Chart.yaml",
                        chartYaml("").replace("version: 1.2.3", "version: v1.2.3"),
                        "text-pattern"),
                arguments(
                        "a version of two parts",
                        "Chart.yaml",
                        chartYaml("").replace("version: 1.2.3", "version: \"1.2\""),
                        "text-pattern"),
                arguments(
                        "a key twice in an object",
                        "templates/twice.yaml",
                        "apiVersion: v1\nkind: ConfigMap\n" + METADATA + "data: {}\ndata: {}\n",
                        "duplicate-key"),
                arguments(
                        "two objects of one name",
                        "templates/same.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: api, namespace: api}\n",
                        "duplicate-object"),
                arguments(
                        "no CRD in crds/",
                        "crds/map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\n" + METADATA,
                        "stray-definition"),
                arguments(
                        "a field that no Deployment has",
                        "templates/web.yaml",
                        DEPLOYMENT.replace("containers:", "contianers:"),
                        "unknown-key"),
                arguments(
                        "text for a number",
                        "templates/web.yaml",
                        DEPLOYMENT.replace("spec:\n  selector", "spec:\n  replicas: \"2\"\n  selector"),
                        "wrong-type"),
                arguments(
                        "a secret that nothing makes",
                        "templates/web.yaml",
                        DEPLOYMENT + "          envFrom: [{secretRef: {name: gone}}]\n",
                        "dangling-secret"),
                arguments(
                        "a variable twice",
                        "templates/web.yaml",
                        DEPLOYMENT + "          env: [{name: A, value: a}, {name: A, value: b}]\n",
                        "duplicate-entry"),
                arguments(
                        "an account that nothing makes",
                        "templates/web.yaml",
                        DEPLOYMENT + "      serviceAccountName: gone\n",
                        "dangling-service-account"),
                arguments(
                        "a kind that nothing serves",
                        "templates/mesh.yaml",
                        "apiVersion: mesh.example/v1\nkind: Mesh\nmetadata: {name: mesh}\n",
                        "undefined-kind"));
    }

    private List<Problem> check(Chart chart) {
        return validator
                .check(Subject.alone(SamplePlatform.create(), NOWHERE), chart, () -> TracedChart.unmarked(chart))
                .problems();
    }

    private static boolean passesLint(Chart chart) throws IOException {
        try (TemporaryCharts folder = new TemporaryCharts()) {
            Chart alone = chart.subcharts().get(0);
            return !new Helm(folder.pack(alone)).lint().call().isFailed();
        }
    }

    @Test
    void acceptsTheSample() throws IOException {
        assertThat(passesLint(SampleChart.create())).isTrue();
        assertThat(check(SampleChart.withFile("templates/web.yaml", DEPLOYMENT)))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("gaps")
    void refusesWhatLintPasses(String what, String path, String content, String code) throws IOException {
        Chart chart = SampleChart.withFile(path, content);

        assertThat(passesLint(chart)).as("helm lint").isTrue();
        assertThat(check(chart)).extracting(Problem::code).contains(code);
    }
}
