package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;

/** A chart and its subcharts have the files, the Chart.yaml and the values that Helm and readers count on. */
final class ChartStructure {
    private static final List<String> NEEDED = List.of("Chart.yaml", "values.yaml", "values.schema.json", "README.md");
    private final YamlReader reader = new YamlReader();
    private final DocumentSchema chartYaml;

    ChartStructure(Path schemaFolder) {
        chartYaml = new SchemaFolder(schemaFolder).schema("chart.schema.json");
    }

    List<Problem> check(Chart chart) {
        String label = chart.name() + "/";
        return Stream.concat(check(chart, label), ChartFiles.whole(chart, label))
                .sorted()
                .toList();
    }

    private Stream<Problem> check(Chart chart, String label) {
        wantFiles(chart);
        Stream<Problem> own = Stream.of(ChartFiles.check(chart, label), declared(chart, label), values(chart, label))
                .flatMap(problems -> problems);
        Stream<Problem> nested = chart.subcharts().stream()
                .flatMap(subchart -> check(subchart, label + "charts/" + subchart.name() + "/"));
        return Stream.concat(own, nested);
    }

    /** Assembling makes all of them, whatever the templates are. */
    private static void wantFiles(Chart chart) {
        for (String path : NEEDED) {
            if (chart.file(path).isEmpty()) {
                throw new BugException("chart " + chart.name() + " was assembled without " + path);
            }
        }
    }

    private Stream<Problem> declared(Chart chart, String label) {
        return checked(chart.file("Chart.yaml"), label, document -> declared(chart, document));
    }

    private Stream<Problem> declared(Chart chart, YamlDocument document) {
        List<Problem> shape = chartYaml.check(document.root(), document.origins());
        if (shape.isEmpty()) {
            Dependencies.check(chart, document);
        }
        return shape.stream();
    }

    private Stream<Problem> values(Chart chart, String label) {
        return chart.file("values.schema.json").stream()
                .map(file -> new DocumentSchema(file.content(), file.path()))
                .flatMap(schema ->
                        checked(chart.file("values.yaml"), label, document -> values(chart, label, schema, document)));
    }

    /** What reads values is looked at when these are right. */
    private static Stream<Problem> values(Chart chart, String label, DocumentSchema schema, YamlDocument document) {
        List<Problem> wrong = schema.check(document.root(), document.origins());
        return wrong.isEmpty() ? KnobRule.check(chart, label) : wrong.stream();
    }

    private Stream<Problem> checked(Optional<ChartFile> file, String label, Check check) {
        try {
            return file.stream()
                    .map(found -> reader.read(found.content(), label + found.path()))
                    .flatMap(check::check)
                    .toList()
                    .stream();
        } catch (ProblemsException unreadable) {
            return unreadable.problems().stream();
        }
    }

    @FunctionalInterface
    private interface Check {
        Stream<Problem> check(YamlDocument document);
    }
}
