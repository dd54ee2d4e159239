package dev.chartwright.index;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.yaml.HelmYaml;

/** Writes the index of a Helm repository. */
public final class RepositoryIndex {
    /** The name that Helm asks for. */
    public static final String FILE = "index.yaml";

    private static final String PACKAGE = ".tgz";
    private static final Comparator<IndexedChart> NEWEST_FIRST =
            Comparator.comparing(IndexedChart::version).reversed().thenComparing(IndexedChart::url);

    private final String folder;
    private final String base;

    /**
     * An index of one folder.
     *
     * @param folder how problems name it
     * @param base what stands before each path, up to its slash; empty where the index lies beside the packages
     */
    public RepositoryIndex(String folder, String base) {
        this.folder = folder;
        this.base = base;
    }

    /**
     * The index of the packages that lie directly in the folders of environments, the umbrellas.
     *
     * @param environments the files of each environment by its name
     * @throws ProblemsException when a package cannot be read, or stands in it twice
     */
    public OutputFile of(SortedMap<String, List<OutputFile>> environments) {
        SortedMap<String, List<IndexedChart>> charts = new TreeMap<>();
        environments.forEach((environment, files) -> files.stream()
                .filter(file -> file.path().endsWith(PACKAGE) && !file.path().contains("/"))
                .map(file ->
                        IndexedChart.of(folder, base, new OutputFile(environment + "/" + file.path(), file.content())))
                .forEach(chart -> charts.computeIfAbsent(chart.name(), any -> new ArrayList<>())
                        .add(chart)));
        charts.values().forEach(this::sort);
        return OutputFile.of(FILE, HelmYaml.write(document(charts)));
    }

    private void sort(List<IndexedChart> versions) {
        versions.sort(NEWEST_FIRST);
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i).version().equals(versions.get(i - 1).version())) {
                throw twice(versions.get(i - 1), versions.get(i));
            }
        }
    }

    private static SortedMap<String, Object> document(SortedMap<String, List<IndexedChart>> charts) {
        SortedMap<String, Object> entries = new TreeMap<>();
        charts.forEach((name, versions) ->
                entries.put(name, versions.stream().map(IndexedChart::entry).toList()));
        Instant newest = charts.values().stream()
                .flatMap(List::stream)
                .map(IndexedChart::created)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        return new TreeMap<>(Map.of("apiVersion", "v1", "entries", entries, "generated", newest.toString()));
    }

    private ProblemsException twice(IndexedChart first, IndexedChart second) {
        return new ProblemsException(List.of(new Problem(
                Location.ofFile(folder + "/" + second.path()),
                "duplicate-package",
                "the version " + second.version() + " of the chart " + Quote.of(second.name()) + " stands in "
                        + Quote.of(first.path()) + " too",
                "an index names each version of a chart once",
                "remove the folder of the environment that is not built any more")));
    }
}
