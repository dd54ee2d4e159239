package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChartValidatorTest {
    private static final Origins NOWHERE = new Origins(Map.of(), Map.of(), Location.ofFile("values/stage.yaml"));
    private final ChartValidator validator = new ChartValidator(Path.of("schema"));
    private final Platform platform = SamplePlatform.create();

    private List<Problem> check(Chart chart) {
        return check(platform, chart);
    }

    private List<Problem> check(Platform checked, Chart chart) {
        return validator
                .check(Subject.alone(checked, NOWHERE), chart, () -> TracedChart.unmarked(chart))
                .problems();
    }

    @Test
    void acceptsTheSample() {
        assertThat(check(SampleChart.create())).isEmpty();
    }

    @Test
    void tellsProblemsOfThePlatform() {
        Platform wrong = Records.with(platform, "redis.namespace", "nowhere");
        assertThat(check(wrong, SampleChart.create())).extracting(Problem::code).containsExactly("unknown-namespace");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Chart.yaml", "README.md", "values.yaml", "values.schema.json"})
    void wantsEveryFileOfAChart(String path) {
        Chart without = SampleChart.withoutFile(path);
        assertThatThrownBy(() -> check(without))
                .isInstanceOf(BugException.class)
                .hasMessage("chart api was assembled without " + path);
    }

    @Test
    void refusesAnUnknownKeyInChartYaml() {
        Problem problem = single(SampleChart.withFile(
                "Chart.yaml", SampleChart.chartYaml("api", "zz: 1\n").content()));
        assertThat(problem.code()).isEqualTo("unknown-key");
        assertThat(problem.location()).hasToString("shop-stage/charts/api/Chart.yaml:8:1");
    }

    @Test
    void refusesAnotherVersionThanChartYamlSays() {
        Chart other = SampleChart.withVersion("1.2.4");
        assertThatThrownBy(() -> check(other)).isInstanceOf(BugException.class).hasMessageContaining("1.2.4");
    }

    @Test
    void refusesDefaultsThatTheChartsOwnSchemaRefuses() {
        assertThat(single(SampleChart.withFile("values.yaml", "replicas: many\n"))
                        .code())
                .isEqualTo("wrong-type");
    }

    @Test
    void refusesHiddenFiles() {
        assertThat(single(SampleChart.withFile("templates/.helmignore", "x")).code())
                .isEqualTo("dot-file");
    }

    @Test
    void tellsWhatHelmSays() {
        Problem problem = single(SampleChart.withFile("templates/broken.yaml", "{{ fail \"no such luck\" }}\n"));
        assertThat(problem.code()).isEqualTo("helm-render");
        assertThat(problem.what()).contains("no such luck");
    }

    @Test
    void refusesADuplicateKeyInARenderedObject() {
        String twice = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: b\ndata: {}\ndata: {}\n";
        Problem problem = single(SampleChart.withFile("templates/twice.yaml", twice));
        assertThat(problem.code()).isEqualTo("duplicate-key");
        assertThat(problem.location().file()).contains("charts/api/templates/twice.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  annotations:\n    helm.sh/hook: test\n"})
    void refusesTwoObjectsOfOneName(String annotations) {
        String object = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: api\n  namespace: api\n" + annotations;
        assertThat(single(SampleChart.withFile("templates/same.yaml", object)).code())
                .isEqualTo("duplicate-object");
    }

    @Test
    void refusesAKindThatNothingDefines() {
        String mesh = "apiVersion: mesh.example/v1\nkind: Mesh\nmetadata:\n  name: mesh\n";
        Problem problem = single(SampleChart.withFile("templates/mesh.yaml", mesh));
        assertThat(problem.code()).isEqualTo("undefined-kind");
        assertThat(problem.location().file()).isEqualTo("shop-stage/charts/api/templates/mesh.yaml (rendered)");
    }

    @Test
    void refusesASubchartThatDoesNotRenderByItself() {
        String needsParent = "{{ if ne .Chart.Name \"api\" }}{{ end }}{{ required \"alone\" .Values.enabled }}\n";
        Chart chart = SampleChart.withFile("templates/parent.yaml", "# " + needsParent);
        assertThat(single(chart).what()).contains("the chart `api`").contains("alone");
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException {
        check(SampleChart.create());
        check(SampleChart.withFile("templates/broken.yaml", "{{ fail \"x\" }}\n"));
        try (Stream<Path> left = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String prefix = "chartwright-check-" + ProcessHandle.current().pid() + "-";
            assertThat(left.map(path -> path.getFileName().toString()).filter(name -> name.startsWith(prefix)))
                    .isEmpty();
        }
    }

    private Problem single(Chart chart) {
        List<Problem> problems = check(chart);
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }
}
