package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;

/** An umbrella chart with one subchart, small and right. */
final class SampleChart {
    private static final String SCHEMA = """
            {"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "additionalProperties": false,
             "properties": {"global": {"type": "object"}, "enabled": {"type": "boolean"}, %s}}
            """;
    private static final String CONFIG_MAP = """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: api
              namespace: api
              labels:
                grafana_dashboard: "1"
            data:
              replicas: {{ .Values.replicas | quote }}
            """;

    private SampleChart() {}

    static Chart create() {
        Chart api = new Chart(
                "api",
                "1.2.3",
                List.of(
                        chartYaml("api", ""),
                        new ChartFile("README.md", "# api\n"),
                        new ChartFile("templates/configmap.yaml", CONFIG_MAP),
                        new ChartFile("values.schema.json", SCHEMA.formatted("\"replicas\": {\"type\": \"integer\"}")),
                        new ChartFile("values.yaml", "replicas: 1\n")),
                List.of());
        String dependency = """
                dependencies:
                  - name: api
                    version: 1.2.3
                    repository: ""
                    condition: api.enabled
                """;
        return new Chart(
                "shop-stage",
                "1.2.3",
                List.of(
                        chartYaml("shop-stage", dependency),
                        new ChartFile("README.md", "# shop-stage\n"),
                        new ChartFile("values.schema.json", SCHEMA.formatted("\"api\": {\"type\": \"object\"}")),
                        new ChartFile("values.yaml", "global: {}\napi:\n  enabled: true\n")),
                List.of(api));
    }

    /** The sample with other content in a file of the subchart, or one file more. */
    static Chart withFile(String path, String content) {
        Chart whole = create();
        Chart api = whole.subcharts().get(0);
        Stream<ChartFile> others =
                api.files().stream().filter(file -> !file.path().equals(path));
        List<ChartFile> files = Stream.concat(others, Stream.of(new ChartFile(path, content)))
                .sorted()
                .toList();
        return withSubchart(whole, new Chart(api.name(), api.version(), files, List.of()));
    }

    static Chart withoutFile(String path) {
        Chart whole = create();
        Chart api = whole.subcharts().get(0);
        List<ChartFile> files =
                api.files().stream().filter(file -> !file.path().equals(path)).toList();
        return withSubchart(whole, new Chart(api.name(), api.version(), files, List.of()));
    }

    static Chart withVersion(String version) {
        Chart whole = create();
        Chart api = whole.subcharts().get(0);
        return withSubchart(whole, new Chart(api.name(), version, api.files(), List.of()));
    }

    static ChartFile chartYaml(String name, String more) {
        return new ChartFile("Chart.yaml", """
                apiVersion: v2
                name: %s
                version: 1.2.3
                description: A sample.
                type: application
                kubeVersion: ">=1.33.0-0"
                appVersion: "1.2.3"
                %s""".formatted(name, more));
    }

    private static Chart withSubchart(Chart whole, Chart subchart) {
        return new Chart(whole.name(), whole.version(), whole.files(), List.of(subchart));
    }
}
