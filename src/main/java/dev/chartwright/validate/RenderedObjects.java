package dev.chartwright.validate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.chartwright.chart.Chart;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;

/**
 * Objects of a rendered chart, and what could not be read as one.
 *
 * @param objects the objects, in the order of the text
 * @param problems duplicate keys, text that is no YAML and the like
 * @param texts lines of each document, by the label that places have for file
 */
record RenderedObjects(List<RenderedObject> objects, List<Problem> problems, Map<String, List<String>> texts) {
    private static final Pattern DOCUMENT = Pattern.compile("^---.*$", Pattern.MULTILINE);
    private static final Pattern SOURCE = Pattern.compile("^# Source: (.+)$", Pattern.MULTILINE);
    private static final String DEFINITIONS = "crds/";

    /** What `helm template` printed. */
    static RenderedObjects parse(String text) {
        RenderedObjects read = new RenderedObjects(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        String source = "";
        for (String document : DOCUMENT.split(text)) {
            Matcher named = SOURCE.matcher(document);
            source = named.find() ? named.group(1) : source;
            read.add(document, source);
        }
        return read;
    }

    /** Custom resource definitions, which Helm takes as they are. */
    static RenderedObjects definitions(Chart chart) {
        RenderedObjects read = new RenderedObjects(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        chart.allFiles().stream()
                .filter(file ->
                        file.path().startsWith(DEFINITIONS) || file.path().contains("/" + DEFINITIONS))
                .forEach(file -> read.add(file.content(), chart.name() + "/" + file.path()));
        return read;
    }

    private void add(String document, String source) {
        String label = label(source);
        texts.put(label, document.lines().toList());
        try {
            YamlDocument read = new YamlReader().read(document, label);
            if (!read.root().isNull()) {
                objects.add(new RenderedObject(source, read.root(), read.origins()));
            }
        } catch (ProblemsException unreadable) {
            problems.addAll(unreadable.problems());
        }
    }

    /** One for each document of a template. */
    private String label(String source) {
        String label = source + " (rendered)";
        for (int number = 2; texts.containsKey(label); number++) {
            label = source + " (rendered, " + number + ")";
        }
        return label;
    }
}
