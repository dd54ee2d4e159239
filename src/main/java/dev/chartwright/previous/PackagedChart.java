package dev.chartwright.previous;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/** A package as the chart it was made of. */
final class PackagedChart {
    private static final String DESCRIPTION = "Chart.yaml";
    private static final String SUBCHARTS = "charts/";
    /** What may become part of a file name. */
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z](?:[0-9A-Za-z.+_-]*[0-9A-Za-z])?");

    private final String label;

    private PackagedChart(String label) {
        this.label = label;
    }

    static Chart read(Path file, String label) {
        return new PackagedChart(label).described(ChartTarReader.read(file, label));
    }

    private Chart described(List<ChartFile> files) {
        ChartFile description = files.stream()
                .filter(file -> file.path().equals(DESCRIPTION))
                .findFirst()
                .orElseThrow(() -> problem("it holds no `" + DESCRIPTION + "`"));
        JsonNode root = new YamlReader()
                .read(description.content(), label + "!" + DESCRIPTION)
                .root();
        return chart(word(root, "name"), word(root, "version"), files);
    }

    /** Folders name the subcharts, and all have the version of the whole: their own descriptions need no reading. */
    private Chart chart(String name, String version, List<ChartFile> files) {
        List<ChartFile> own = new ArrayList<>();
        SortedMap<String, List<ChartFile>> nested = new TreeMap<>();
        for (ChartFile file : files) {
            if (file.path().startsWith(SUBCHARTS)) {
                String path = file.path().substring(SUBCHARTS.length());
                String folder = folder(path);
                nested.computeIfAbsent(folder, any -> new ArrayList<>())
                        .add(file.withPath(path.substring(folder.length() + 1)));
            } else {
                own.add(file);
            }
        }
        List<Chart> subcharts = nested.entrySet().stream()
                .map(part -> chart(part.getKey(), version, part.getValue()))
                .toList();
        return new Chart(name, version, List.copyOf(own), subcharts);
    }

    private String folder(String path) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            throw problem("`charts/` holds " + Quote.of(path) + " beside the folders of subcharts");
        }
        return path.substring(0, slash);
    }

    private String word(JsonNode root, String key) {
        String word = root.path(key).asString("");
        if (!WORD.matcher(word).matches()) {
            throw problem("its " + key + " is " + Quote.of(word) + ", which no chart can have");
        }
        return word;
    }

    private ProblemsException problem(String what) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "unreadable-archive",
                "the file is no chart package: " + what,
                "Helm and chartwright pack a chart as one folder with its Chart.yaml, and its subcharts as folders",
                "name a package that chartwright or `helm package` made")));
    }
}
