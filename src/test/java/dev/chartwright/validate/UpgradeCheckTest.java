package dev.chartwright.validate;

import java.util.List;
import java.util.Map;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.model.SamplePlatform;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole charts, rendered by Helm. */
class UpgradeCheckTest {
    private static final String PATH = "templates/deployment.yaml";
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: api
              namespace: api%s
            spec:
              replicas: {{ .Values.replicas }}
              selector:
                matchLabels:
                  app: "%s"
            """;
    private final UpgradeCheck check = new UpgradeCheck();
    private final Subject subject = Subject.alone(
            SamplePlatform.create(), new Origins(Map.of(), Map.of(), Location.ofFile("values/stage.yaml")));

    @Test
    void findsNothingInTheSameChart() {
        assertThat(upgrade(SampleChart.create(), SampleChart.create()))
                .isEqualTo(new Upgrade("1.2.3", List.of(), List.of(), false));
    }

    @Test
    void findsWhatTheClusterWouldRefuse() {
        Upgrade upgrade = upgrade(deployment("", "a"), deployment("", "b"));
        assertThat(upgrade.problems())
                .extracting(Problem::what)
                .containsExactly("`spec.selector.matchLabels.app` of"
                        + " Deployment `api` in namespace `api` changes from `a` to `b`");
        assertThat(upgrade.kept()).isTrue();
    }

    @Test
    void takesEveryVersionOnce() {
        assertThat(upgrade(SampleChart.create(), SampleChart.withVersion("1.2.4"))
                        .problems())
                .isEmpty();
    }

    @Test
    void leavesHooksAlone() {
        String hook = "\n  annotations:\n    helm.sh/hook: test";
        assertThat(upgrade(deployment(hook, "a"), deployment(hook, "b")).problems())
                .isEmpty();
    }

    @Test
    void namesDefinitionsThatDiffer() {
        String definition = """
                # %s
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata:
                  name: things.shop.example
                spec:
                  scope: %s
                """;
        Chart before = SampleChart.withFile("crds/things.yaml", definition.formatted("one", "Namespaced"));
        Chart commented = SampleChart.withFile("crds/things.yaml", definition.formatted("two", "Namespaced"));
        Chart changed = SampleChart.withFile("crds/things.yaml", definition.formatted("one", "Cluster"));
        assertThat(upgrade(before, commented).definitions()).isEmpty();
        assertThat(upgrade(before, changed).definitions()).containsExactly("things.shop.example");
        assertThat(upgrade(SampleChart.create(), changed).definitions()).containsExactly("things.shop.example");
    }

    @Test
    void givesAnEarlierChartTheSecretsThatItAsksFor() {
        String values = "global:\n  secrets:\n    gone: \"\"\n    nested:\n      key: \"\"\napi:\n  enabled: true\n";
        String asking = "{{ required \"gone\" .Values.global.secrets.gone }}"
                + "{{ required \"key\" .Values.global.secrets.nested.key }}";
        Chart asked = SampleChart.withFile("templates/asking.yaml", "# " + asking + "\n");
        List<ChartFile> files = asked.files().stream()
                .map(file -> file.path().equals("values.yaml") ? new ChartFile("values.yaml", values) : file)
                .toList();
        Chart before = new Chart(asked.name(), asked.version(), files, asked.subcharts());
        assertThat(upgrade(before, SampleChart.create()).problems()).isEmpty();
    }

    @Test
    void saysWhyAnEarlierPackageCannotBeCompared() {
        for (Map.Entry<String, String> broken : Map.of("{{ fail \"no luck\" }}", "no luck", "a: 1\na: 2", "key `a`")
                .entrySet()) {
            Upgrade upgrade =
                    upgrade(SampleChart.withFile("templates/broken.yaml", broken.getKey()), SampleChart.create());
            assertThat(upgrade.problems()).extracting(Problem::code).containsExactly("previous-render");
            assertThat(upgrade.problems().get(0).what()).contains(broken.getValue());
        }
    }

    private Upgrade upgrade(Chart before, Chart after) {
        return check.check(subject, before, after, () -> TracedChart.unmarked(after));
    }

    private static Chart deployment(String annotations, String label) {
        return SampleChart.withFile(PATH, DEPLOYMENT.formatted(annotations, label));
    }
}
