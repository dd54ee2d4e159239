package dev.chartwright.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;

/** A chart with a long path, names beyond ASCII and a subchart; run, it prints the digests of its package. */
final class SmallChart {
    static final String LONG_PATH = "templates/" + "long-folder-name/".repeat(8) + "configmap.yaml";

    private SmallChart() {}

    static Chart chart() {
        Chart part = new Chart(
                "part",
                "1.0.0",
                List.of(
                        new ChartFile("Chart.yaml", "apiVersion: v2\nname: part\ntype: application\nversion: 1.0.0\n"),
                        new ChartFile(LONG_PATH, configMap("long")),
                        new ChartFile("values.yaml", "a: \"1\"\n")),
                List.of());
        return new Chart(
                "small",
                "1.0.0",
                List.of(
                        new ChartFile("Chart.yaml", umbrella()),
                        new ChartFile("NOTICE", "first by name\n"),
                        new ChartFile("files/\ud55c\uae00-\u00fc.txt", "text \ud83d\ude00\n"),
                        new ChartFile("templates/configmap.yaml", configMap("short")),
                        new ChartFile("values.yaml", "# empty\n")),
                List.of(part));
    }

    /** The same chart, its files in another order. */
    static Chart shuffled(long seed) {
        Chart chart = chart();
        List<ChartFile> files = new ArrayList<>(chart.files());
        Collections.shuffle(files, new Random(seed));
        return new Chart(chart.name(), chart.version(), files, chart.subcharts());
    }

    private static String umbrella() {
        return """
                apiVersion: v2
                dependencies:
                - condition: part.enabled
                  name: part
                  repository: ""
                  version: 1.0.0
                name: small
                type: application
                version: 1.0.0
                """;
    }

    private static String configMap(String name) {
        return """
                apiVersion: v1
                kind: ConfigMap
                metadata:
                  name: %s
                data:
                  file: {{ .Files.Get "files/\ud55c\uae00-\u00fc.txt" | quote }}
                """.formatted(name);
    }

    public static void main(String[] arguments) {
        var archive = new ChartArchiver(Instant.parse("2020-01-01T00:00:00Z")).archive(chart());
        System.out.println(archive.digest().value() + " " + archive.tarDigest().value());
    }
}
