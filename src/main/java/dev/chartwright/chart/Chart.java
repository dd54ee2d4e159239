package dev.chartwright.chart;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Helm chart, complete.
 *
 * @param name chart name
 * @param version SemVer 2 version
 * @param files its own files, Chart.yaml included, sorted by path; none below {@code charts/}
 * @param subcharts charts it depends on, in the order of its dependencies
 */
public record Chart(String name, String version, List<ChartFile> files, List<Chart> subcharts) {
    /** {@code <name>-<version>.tgz}, the name Helm gives a package. */
    public String archiveName() {
        return name + "-" + version + ".tgz";
    }

    /** Its own files and those of its subcharts below {@code charts/<name>/}, sorted by path. */
    public List<ChartFile> allFiles() {
        Stream<ChartFile> nested = subcharts.stream()
                .flatMap(chart -> chart.allFiles().stream()
                        .map(file -> file.withPath("charts/" + chart.name() + "/" + file.path())));
        return Stream.concat(files.stream(), nested).sorted().toList();
    }

    /** The file at a path of this chart itself. */
    public Optional<ChartFile> file(String path) {
        return files.stream().filter(file -> file.path().equals(path)).findFirst();
    }
}
