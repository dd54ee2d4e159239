package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Templates of a chart read values that it has, and every knob is read by one of them. */
final class KnobRule {
    private static final String VALUES = "Values";
    private static final String PROPERTIES = "properties";
    /** What Helm itself reads or adds. */
    private static final List<String> OF_HELM = List.of("enabled", "global");

    private static final Map<String, List<String>> BUILT_IN = Map.of(
            "Release",
            List.of("Name", "Namespace", "Service", "Revision", "IsInstall", "IsUpgrade"),
            "Chart",
            List.of(
                    "Name",
                    "Version",
                    "AppVersion",
                    "APIVersion",
                    "Description",
                    "Type",
                    "KubeVersion",
                    "Home",
                    "Icon",
                    "Sources",
                    "Keywords",
                    "Maintainers",
                    "Annotations",
                    "Dependencies",
                    "Condition",
                    "Tags",
                    "Deprecated",
                    "IsRoot"));

    private KnobRule() {}

    /** Problems of one chart, not of its subcharts. */
    static Stream<Problem> check(Chart chart, String label) {
        return ReadValues.of(chart, label).stream()
                .flatMap(read -> miss(read, chart).map(miss -> unknown(read, miss)).stream());
    }

    /** Knobs of a chart and its subcharts that nothing reads; asked when nothing else is wrong. */
    static Stream<Problem> unread(Chart chart, String label) {
        List<List<String>> reads = ReadValues.of(chart, label).stream()
                .filter(read -> read.root().equals(VALUES))
                .map(ReadValues.Read::path)
                .toList();
        Stream<Problem> own = knobs(schema(chart), List.of(), chart).stream()
                .filter(knob -> reads.stream().noneMatch(path -> meet(path, knob)))
                .map(knob -> unread(chart, label, knob));
        return Stream.concat(
                own, chart.subcharts().stream().flatMap(part -> unread(part, label + "charts/" + part.name() + "/")));
    }

    /**
     * Where a path leads nowhere.
     *
     * @param key the key that is not there
     * @param names those that are
     */
    private record Miss(String key, Collection<String> names) {}

    private static Optional<Miss> miss(ReadValues.Read read, Chart chart) {
        if (read.root().equals(VALUES)) {
            return miss(read.path(), chart);
        }
        List<String> names = BUILT_IN.get(read.root());
        return Optional.of(new Miss(read.path().get(0), names)).filter(miss -> !names.contains(miss.key()));
    }

    private static Optional<Miss> miss(List<String> path, Chart chart) {
        JsonNode schema = schema(chart);
        for (int at = 0; at < path.size(); at++) {
            String key = path.get(at);
            JsonNode properties = schema.path(PROPERTIES);
            boolean closed = !schema.path("additionalProperties").asBoolean(true);
            if (closed && !properties.has(key)) {
                return Optional.of(new Miss(key, properties.propertyNames()));
            }
            schema = at == 0 ? subchart(chart, key, properties.path(key)) : properties.path(key);
        }
        return Optional.empty();
    }

    /** The umbrella's own schema leaves the values of subcharts to theirs. */
    private static JsonNode subchart(Chart chart, String name, JsonNode otherwise) {
        return chart.subcharts().stream()
                .filter(part -> part.name().equals(name))
                .map(KnobRule::schema)
                .findFirst()
                .orElse(otherwise);
    }

    private static JsonNode schema(Chart chart) {
        return chart.file("values.schema.json")
                .map(ChartFile::content)
                .map(text -> JsonMapper.shared().readTree(text))
                .orElse(MissingNode.getInstance());
    }

    private static Problem unknown(ReadValues.Read read, Miss miss) {
        boolean value = read.root().equals(VALUES);
        return new Problem(
                read.location(),
                "unknown-value",
                Quote.of(read.text()) + (value ? " is no value of the chart" : " is nothing that Helm has"),
                "Helm reads what is not there as nothing, and says nothing",
                NearestNames.advice(miss.key(), miss.names()) + (value ? ", or add the knob to values.yaml" : ""));
    }

    /** Whoever reads a map reads all that is in it. */
    private static boolean meet(List<String> read, List<String> knob) {
        int both = Math.min(read.size(), knob.size());
        return read.subList(0, both).equals(knob.subList(0, both));
    }

    private static List<List<String>> knobs(JsonNode schema, List<String> path, Chart chart) {
        List<List<String>> knobs = new ArrayList<>();
        schema.path(PROPERTIES).properties().forEach(entry -> {
            boolean foreign = path.isEmpty() && (OF_HELM.contains(entry.getKey()) || isSubchart(chart, entry.getKey()));
            if (!foreign) {
                List<String> knob =
                        Stream.concat(path.stream(), Stream.of(entry.getKey())).toList();
                boolean group = entry.getValue().path(PROPERTIES).isObject()
                        && !entry.getValue().has("default");
                knobs.addAll(group ? knobs(entry.getValue(), knob, chart) : List.of(knob));
            }
        });
        return knobs;
    }

    private static boolean isSubchart(Chart chart, String name) {
        return chart.subcharts().stream().anyMatch(part -> part.name().equals(name));
    }

    private static Problem unread(Chart chart, String label, List<String> knob) {
        String file = "values.yaml";
        Origins origins = new YamlReader()
                .read(chart.file(file).map(ChartFile::content).orElse(""), label + file)
                .origins();
        return new Problem(
                origins.key(Origins.pointer(knob.toArray(String[]::new))),
                "unread-knob",
                "no template reads the knob " + Quote.of(String.join(".", knob)),
                "whoever sets it at install would see nothing change",
                "read " + Quote.of(".Values." + String.join(".", knob)) + " in a template, or remove the knob");
    }
}
