package dev.chartwright.validate;

import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlReader;

/**
 * Manifests as Helm renders them, before it reads them: of text that is no YAML it prints nothing, so here each manifest
 * becomes the text of an object that it can read.
 */
final class UnreadManifests {
    private static final String TEXT = "text";
    private static final String DOCUMENT = "---";
    private static final String SOURCE = "# Source: ";

    private UnreadManifests() {}

    /** The chart with manifests as texts. */
    static Chart asTexts(Chart chart) {
        return asTexts(chart, chart.name());
    }

    private static Chart asTexts(Chart chart, String path) {
        return new Chart(
                chart.name(),
                chart.version(),
                chart.files().stream().map(file -> asText(file, path)).toList(),
                chart.subcharts().stream()
                        .map(part -> asTexts(part, path + "/" + part.name()))
                        .toList());
    }

    private static ChartFile asText(ChartFile file, String chart) {
        if (!file.path().startsWith("templates/") || !TemporaryCharts.isManifest(file.path())) {
            return file;
        }
        String name = "\"text of " + chart + "/" + file.path() + "\"";
        return new ChartFile(
                file.path(),
                "{{ define " + name + " }}" + file.content() + "{{ end }}\n" + TEXT + ": {{ include " + name
                        + " . | toJson }}\n");
    }

    /** What `helm template` would print of the chart itself, from what it printed of the texts. */
    static String printed(String texts) {
        StringBuilder printed = new StringBuilder();
        String source = "";
        for (String line : texts.lines().toList()) {
            if (line.startsWith(SOURCE)) {
                source = line;
            } else if (line.startsWith(TEXT + ": ")) {
                printed.append(DOCUMENT)
                        .append('\n')
                        .append(source)
                        .append('\n')
                        .append(text(line))
                        .append('\n');
            }
        }
        return printed.toString();
    }

    private static String text(String line) {
        try {
            return new YamlReader().read(line, TEXT).root().path(TEXT).asString("");
        } catch (ProblemsException unreadable) {
            return "";
        }
    }

    /** Documents that are YAML, and no objects. */
    static Stream<Problem> noObjects(RenderedObjects read) {
        return read.objects().stream()
                .filter(object -> !object.root().isObject())
                .map(object -> new Problem(
                        object.place().value(),
                        "wrong-type",
                        "a manifest is " + (object.root().isArray() ? "a list" : "text") + ", but an object is wanted",
                        "Helm reads `apiVersion` and `kind` of each document",
                        "write an object, or move the file out of `templates/`"));
    }

    static boolean areMeant(String refusal) {
        return List.of("YAML parse error on ", "error converting YAML to JSON").stream()
                .anyMatch(refusal::contains);
    }
}
