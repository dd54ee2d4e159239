package dev.chartwright.archive;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;

/** Checksums in the form that {@code sha256sum --check} reads. */
final class Sha256Sums {
    private Sha256Sums() {}

    /** One line for each file, sorted by path. */
    static String of(Collection<OutputFile> files) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        files.forEach(file -> digests.put(file.path(), Digest.of(file.content())));
        return of(digests);
    }

    /** One line for each digest by path. */
    static String of(SortedMap<String, Digest> digests) {
        return digests.entrySet().stream().map(Sha256Sums::line).collect(Collectors.joining());
    }

    private static String line(Map.Entry<String, Digest> entry) {
        return entry.getValue().hex() + "  " + entry.getKey() + "\n";
    }
}
