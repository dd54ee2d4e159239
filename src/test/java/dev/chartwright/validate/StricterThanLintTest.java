package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.ChartFolders;
import dev.chartwright.HelmVerdict;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** What `helm lint`, `helm template` or `helm package` passes, and we do not; real Helm says so beside each. */
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

    @TempDir
    private Path folder;

    private final ChartValidator validator = new ChartValidator(Path.of("schema"));

    private static String chartYaml(String more) {
        return SampleChart.chartYaml("api", more).content();
    }

    static Stream<Arguments> passedByLint() {
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
                        "a version of an API that is gone",
                        "templates/budget.yaml",
                        "apiVersion: policy/v1beta1\nkind: PodDisruptionBudget\n" + METADATA,
                        "removed-api"),
                arguments(
                        "a name that no object may have",
                        "templates/map.yaml",
                        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: Not_A_Name, namespace: api}\n",
                        "object-name"),
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

    /** Rows with what Helm's lint, template and package say, where that is not three times yes. */
    static Stream<Arguments> passedBySome() {
        return Stream.of(
                arguments(
                        "a version that is a number",
                        "Chart.yaml",
                        chartYaml("").replace("version: 1.2.3", "version: 1.2"),
                        "refuses passes passes",
                        "wrong-type"),
                arguments(
                        "a program's version that is a number",
                        "Chart.yaml",
                        chartYaml("").replace("appVersion: \"1.2.3\"", "appVersion: 1.2"),
                        "refuses passes passes",
                        "wrong-type"),
                arguments(
                        "a type that no chart has",
                        "Chart.yaml",
                        chartYaml("").replace("type: application", "type: libary"),
                        "refuses refuses refuses",
                        "not-allowed-value"),
                arguments(
                        "a picture that is no address",
                        "Chart.yaml",
                        chartYaml("icon: b\n"),
                        "refuses passes passes",
                        "text-pattern"),
                arguments(
                        "aliases in values",
                        "values.yaml",
                        "replicas: &a 1\nmore: *a\n",
                        "refuses refuses passes",
                        "yaml-alias"),
                arguments(
                        "JSON in templates/",
                        "templates/map.json",
                        "{\"apiVersion\": \"v1\", \"kind\": \"ConfigMap\", \"metadata\": {\"name\": \"a\", \"namespace\": \"api\"}}",
                        "refuses passes passes",
                        "manifest-ending"),
                arguments(
                        "a Deployment that selects nothing",
                        "templates/web.yaml",
                        DEPLOYMENT.replace("  selector: {matchLabels: {app: web}}\n", ""),
                        "refuses passes passes",
                        "missing-key"),
                arguments(
                        "an object that is kept, inside a list",
                        "templates/list.yaml",
                        "apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: ConfigMap\n    metadata:\n"
                                + "      name: kept\n      annotations: {helm.sh/resource-policy: keep}\n",
                        "refuses passes passes",
                        "unknown-kind"),
                arguments(
                        "a value of nothing",
                        "templates/nothing.yaml",
                        "a: {{ .Values.a.b.c }}\n",
                        "refuses refuses passes",
                        "unknown-value"));
    }

    private List<Problem> check(Chart chart) {
        return validator
                .check(Subject.alone(SamplePlatform.create(), NOWHERE), chart, () -> TracedChart.unmarked(chart))
                .problems();
    }

    private HelmVerdict helm(Chart chart) {
        return HelmVerdict.of(ChartFolders.write(chart.subcharts().get(0), folder));
    }

    @Test
    void acceptsTheSample() {
        Chart sample = SampleChart.withFile("templates/web.yaml", DEPLOYMENT);

        assertThat(helm(sample)).hasToString("passes passes passes");
        assertThat(check(sample)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passedByLint")
    void refusesWhatLintPasses(String what, String path, String content, String code) {
        refuses(path, content, "passes passes passes", code);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("passedBySome")
    void refusesWhatAnyPasses(String what, String path, String content, String helm, String code) {
        refuses(path, content, helm, code);
    }

    private void refuses(String path, String content, String helm, String code) {
        Chart chart = SampleChart.withFile(path, content);

        assertThat(helm(chart)).as("Helm").hasToString(helm);
        assertThat(check(chart)).extracting(Problem::code).contains(code);
    }

    /** Helm says a word on its error stream, and installs the subchart. */
    @Test
    void refusesASwitchThatIsText() {
        Chart sample = SampleChart.create();
        List<ChartFile> files = sample.files().stream()
                .map(file -> file.path().equals("values.yaml")
                        ? new ChartFile(file.path(), file.content().replace("enabled: true", "enabled: \"false\""))
                        : file)
                .toList();
        Chart chart = new Chart(sample.name(), sample.version(), files, sample.subcharts());

        assertThat(check(chart)).extracting(Problem::code).containsExactly("helm-render");
        assertThat(check(chart).get(0).what()).contains("at '/enabled': got string, want boolean");
    }
}
