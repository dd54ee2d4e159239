package dev.chartwright.validate;

import dev.chartwright.chart.Chart;
import dev.chartwright.problem.BugException;
import dev.chartwright.yaml.YamlDocument;
import tools.jackson.databind.JsonNode;

/** Chart.yaml says what the chart is: its name, its version, and exactly the subcharts it holds. */
final class Dependencies {
    private Dependencies() {}

    /** Chart.yaml is written by assembling alone, so a difference is no mistake of a user. */
    static void check(Chart chart, YamlDocument document) {
        want(chart, text(chart), text(document.root()));
        want(chart, held(chart), declared(document));
    }

    private static void want(Chart chart, String is, String says) {
        if (!is.equals(says)) {
            throw new BugException("Chart.yaml of " + chart.name() + " says " + says + " where the chart is " + is);
        }
    }

    private static String held(Chart chart) {
        return chart.subcharts().stream()
                .map(Dependencies::text)
                .sorted()
                .toList()
                .toString();
    }

    private static String declared(YamlDocument document) {
        return document.root()
                .path("dependencies")
                .valueStream()
                .map(Dependencies::text)
                .sorted()
                .toList()
                .toString();
    }

    private static String text(Chart chart) {
        return chart.name() + " " + chart.version();
    }

    private static String text(JsonNode node) {
        return node.path("name").asString("") + " " + node.path("version").asString("");
    }
}
