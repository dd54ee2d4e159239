package dev.chartwright.index;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.tar.ArchiveTime;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/**
 * One package in the index.
 *
 * @param name of its chart
 * @param version of its chart
 * @param path of the package in the folder
 * @param url where the package is got
 * @param created when it was made
 * @param entry what the index says about it, {@code created} and {@code urls} included
 */
record IndexedChart(
        String name,
        SemanticVersion version,
        String path,
        String url,
        Instant created,
        SortedMap<String, Object> entry) {
    private static final String DESCRIPTION = "Chart.yaml";

    /**
     * Reads a package.
     *
     * @param folder how problems name the folder
     * @param base what stands before the path in the URL
     * @param file the package, its path relative to the folder
     */
    static IndexedChart of(String folder, String base, OutputFile file) {
        String label = folder + "/" + file.path();
        JsonNode description = description(file.content(), label);
        String name = description.path("name").asString("");
        String version = description.path("version").asString("");
        if (!file.path().endsWith("/" + name + "-" + version + ".tgz")) {
            throw problem(label, "it holds version " + Quote.of(version) + " of the chart " + Quote.of(name));
        }
        SemanticVersion parsed =
                SemanticVersion.parse(version).orElseThrow(() -> problem(label, Quote.of(version) + " is no version"));
        Instant created = ArchiveTime.of(file.content(), label);
        String url = base + encoded(file.path());
        SortedMap<String, Object> entry = new TreeMap<>(ChartMetadata.of(description));
        entry.put("created", created.toString());
        entry.put("digest", Digest.of(file.content()).hex());
        entry.put("urls", List.of(url));
        return new IndexedChart(name, parsed, file.path(), url, created, entry);
    }

    private static JsonNode description(byte[] archive, String label) {
        ChartFile description = ChartTarReader.read(archive, label).stream()
                .filter(file -> file.path().equals(DESCRIPTION))
                .findFirst()
                .orElseThrow(() -> problem(label, "it holds no `" + DESCRIPTION + "`"));
        return new YamlReader()
                .read(description.content(), label + "!" + DESCRIPTION)
                .root();
    }

    /** A plus sign stays what it is in a path. */
    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2B", "+")
                .replace("%2F", "/");
    }

    private static ProblemsException problem(String label, String what) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(label),
                "unreadable-archive",
                "the file is not the package that its name says: " + what,
                "a package is named `<chart>-<version>.tgz` after the Chart.yaml inside",
                "build again: run `mvn package`, or `java -jar target/chartwright.jar build`")));
    }
}
