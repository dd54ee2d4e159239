package dev.chartwright.validate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;

/** A chart and its subcharts have the files, the Chart.yaml and the values that Helm and readers count on. */
final class ChartStructure {
    private static final List<String> NEEDED = List.of("Chart.yaml", "values.yaml", "values.schema.json", "README.md");
    private final YamlReader reader = new YamlReader();
    private final DocumentSchema chartYaml;

    ChartStructure(Path schemaFolder) {
        String file = "chart.schema.json";
        chartYaml = new DocumentSchema(reader.text(schemaFolder.resolve(file), file), file);
    }

    List<Problem> check(Chart chart) {
        return check(chart, chart.name() + "/").sorted().toList();
    }

    private Stream<Problem> check(Chart chart, String label) {
        Stream<Problem> own = Stream.of(
                        missing(chart, label), strayFiles(chart, label), declared(chart, label), values(chart, label))
                .flatMap(problems -> problems);
        Stream<Problem> nested = chart.subcharts().stream()
                .flatMap(subchart -> check(subchart, label + "charts/" + subchart.name() + "/"));
        return Stream.concat(own, nested);
    }

    private static Stream<Problem> missing(Chart chart, String label) {
        return NEEDED.stream()
                .filter(path -> chart.file(path).isEmpty())
                .map(path -> new Problem(
                        Location.ofFile(label + path),
                        "missing-file",
                        "chart `" + chart.name() + "` has no `" + path + "`",
                        "every chart describes itself, its values and their types",
                        "add a template for it; all but values.yaml are written by chartwright itself"));
    }

    /** Helm takes some names as orders to itself, and packs others that nobody looks for. */
    private static Stream<Problem> strayFiles(Chart chart, String label) {
        return chart.files().stream()
                .map(ChartFile::path)
                .filter(path -> path.startsWith(".") || path.contains("/."))
                .map(path -> new Problem(
                        Location.ofFile(label + path),
                        "dot-file",
                        "chart `" + chart.name() + "` holds the hidden file `" + path + "`",
                        "Helm reads `.helmignore` and leaves other hidden files to chance",
                        "rename the template, or remove it"));
    }

    private Stream<Problem> declared(Chart chart, String label) {
        return checked(
                chart.file("Chart.yaml"),
                label,
                document -> Stream.concat(
                        chartYaml.check(document.root(), document.origins()).stream(),
                        Dependencies.check(chart, document)));
    }

    private Stream<Problem> values(Chart chart, String label) {
        return chart.file("values.schema.json").stream()
                .map(file -> new DocumentSchema(file.content(), file.path()))
                .flatMap(schema -> checked(
                        chart.file("values.yaml"),
                        label,
                        document -> schema.check(document.root(), document.origins()).stream()));
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
