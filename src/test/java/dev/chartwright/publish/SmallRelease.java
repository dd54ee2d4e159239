package dev.chartwright.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.oci.Reference;

/**
 * A small umbrella with one subchart, as a build would leave it.
 *
 * @param version version of both
 * @param text what its ConfigMap says
 * @param more further files of the output: signatures, bills of materials
 */
record SmallRelease(String version, String text, List<OutputFile> more) {
    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");
    static final String NAME = "demo-trial";
    static final String BILL = NAME + ".cdx.json";
    private static final String ENVIRONMENT = "trial";

    static SmallRelease of(String version, String text) {
        return new SmallRelease(version, text, List.of());
    }

    SmallRelease with(String path, String content) {
        List<OutputFile> files = new ArrayList<>(more);
        files.add(OutputFile.of(path, content));
        return new SmallRelease(version, text, files);
    }

    /** Umbrella and subchart. */
    List<PackedChart> charts(String path) {
        EnvironmentCharts environment = new EnvironmentCharts(ENVIRONMENT, files());
        PackedChart umbrella = environment.umbrella(Reference.parse(path));
        List<PackedChart> charts = new ArrayList<>(List.of(umbrella));
        charts.addAll(environment.subcharts(umbrella));
        return charts;
    }

    PackedChart umbrella(String path) {
        return charts(path).get(0);
    }

    String archiveName() {
        return umbrella().archiveName();
    }

    byte[] archive() {
        return packed().content();
    }

    /** The umbrella as this checkout would build it. */
    ChartArchive packed() {
        return pack(umbrella());
    }

    private List<OutputFile> files() {
        List<OutputFile> files = new ArrayList<>(more);
        files.add(new OutputFile(archiveName(), archive()));
        files.add(
                new OutputFile("subcharts/" + part().archiveName(), pack(part()).content()));
        return files;
    }

    private static ChartArchive pack(Chart chart) {
        return new ChartArchiver(TIME).archive(chart);
    }

    private Chart part() {
        return new Chart(
                "part",
                version,
                List.of(new ChartFile("Chart.yaml", """
                apiVersion: v2
                name: part
                type: application
                version: %s
                """.formatted(version)), configMap("part")),
                List.of());
    }

    /** What Helm writes in a way of its own: `<`, `&`, letters beyond ASCII, annotations, maintainers. */
    private Chart umbrella() {
        return new Chart(
                NAME,
                version,
                List.of(
                        new ChartFile("Chart.yaml", """
                annotations:
                  example.org/note: a <b> & "c"
                apiVersion: v2
                dependencies:
                - name: part
                  repository: ""
                  version: %1$s
                description: "Caf\u00e9 <&> \ud55c\uae00"
                home: https://example.org/?a=1&b=2
                maintainers:
                - email: one@example.org
                  name: One
                - name: Two
                name: %2$s
                sources:
                - https://example.org/source
                type: application
                version: %1$s
                """.formatted(version, NAME)),
                        configMap("umbrella"),
                        new ChartFile("values.yaml", """
                global:
                  secrets: {}
                """)),
                List.of(part()));
    }

    private ChartFile configMap(String name) {
        return new ChartFile("templates/configmap.yaml", """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  text: "%s"
                """.formatted(name, text));
    }
}
