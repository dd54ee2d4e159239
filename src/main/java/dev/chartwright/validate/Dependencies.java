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
        return Stream.of(
                        new Identity("", "is the chart", text(chart), text(document.root())),
                        new Identity("/dependencies", "holds the subcharts", held.toString(), declared.toString()))
                .filter(identity -> !identity.is().equals(identity.says()))
                .map(identity -> problem(document, identity));
    }

    private static String text(Chart chart) {
        return chart.name() + " " + chart.version();
    }

    private static String text(JsonNode node) {
        return node.path("name").asString("") + " " + node.path("version").asString("");
    }

    private static Problem problem(YamlDocument document, Identity identity) {
        return new Problem(
                document.origins().key(identity.pointer()),
                "chart-identity",
                "Chart.yaml says " + identity.says() + " but the folder " + identity.relation() + " " + identity.is(),
                "Helm finds a subchart by name and version, and silently drops one that is not declared",
                "report this; Chart.yaml is written by chartwright itself");
    }

    private record Identity(String pointer, String relation, String is, String says) {}
}
