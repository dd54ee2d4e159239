package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.chartwright.chart.Chart;
import dev.chartwright.problem.Problem;
import dev.chartwright.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Chart.yaml says what the chart is: its name, its version, and exactly the subcharts it holds. */
final class Dependencies {
    private Dependencies() {}

    static Stream<Problem> check(Chart chart, YamlDocument document) {
        List<String> held =
                chart.subcharts().stream().map(Dependencies::text).sorted().toList();
        List<String> declared = StreamSupport.stream(
                        document.root().path("dependencies").spliterator(), false)
                .map(Dependencies::text)
                .sorted()
                .toList();
        return Stream.concat(
                differs(document, "", text(chart), text(document.root()), "is the chart"),
                differs(document, "/dependencies", held.toString(), declared.toString(), "holds the subcharts"));
    }

    private static String text(Chart chart) {
        return chart.name() + " " + chart.version();
    }

    private static String text(JsonNode node) {
        return node.path("name").asString("") + " " + node.path("version").asString("");
    }

    private static Stream<Problem> differs(
            YamlDocument document, String pointer, String is, String says, String relation) {
        return is.equals(says)
                ? Stream.empty()
                : Stream.of(new Problem(
                        document.origins().key(pointer),
                        "chart-identity",
                        "Chart.yaml says " + says + " but the folder " + relation + " " + is,
                        "Helm finds a subchart by name and version, and silently drops one that is not declared",
                        "report this; Chart.yaml is written by chartwright itself"));
    }
}
