package dev.chartwright.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.PackedCharts;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.Platform;

/** Packs an environment: umbrella, subcharts, list of images, checksums. */
public final class EnvironmentPacker {
    /** Folder of the subcharts' own packages. */
    public static final String SUBCHARTS = "subcharts/";

    private final ChartArchiver archiver;

    public EnvironmentPacker(ChartArchiver archiver) {
        this.archiver = archiver;
    }

    /** Packs an umbrella chart and each of its subcharts. */
    public PackedCharts pack(Chart umbrella) {
        return new PackedCharts(
                archiver.archive(umbrella),
                umbrella.subcharts().stream().map(archiver::archive).toList());
    }

    /**
     * All that an environment's folder holds.
     *
     * @param platform the environment
     * @param charts its packages
     * @param more further files for the folder
     */
    public PackedEnvironment gather(Platform platform, PackedCharts charts, List<OutputFile> more) {
        List<OutputFile> files = new ArrayList<>(more);
        files.add(new OutputFile(charts.umbrella().fileName(), charts.umbrella().content()));
        charts.subcharts().forEach(part -> files.add(new OutputFile(SUBCHARTS + part.fileName(), part.content())));
        files.add(OutputFile.of("images.txt", images(platform)));
        files.add(OutputFile.of("TAR-SHA256SUMS", tarSums(charts)));
        files.add(OutputFile.of("SHA256SUMS", Sha256Sums.of(files)));
        return new PackedEnvironment(charts.umbrella(), charts.subcharts(), List.copyOf(files));
    }

    /** For mirrors and scanners. */
    private static String images(Platform platform) {
        return ImageList.of(platform).stream()
                .map(image -> image.reference() + "\n")
                .collect(Collectors.joining());
    }

    /** Digests by the names that {@code gunzip} gives. */
    private static String tarSums(PackedCharts charts) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        digests.put(tarName(charts.umbrella()), charts.umbrella().tarDigest());
        charts.subcharts().forEach(part -> digests.put(SUBCHARTS + tarName(part), part.tarDigest()));
        return Sha256Sums.of(digests);
    }

    private static String tarName(ChartArchive archive) {
        return archive.fileName().replaceFirst("\\.tgz$", ".tar");
    }
}
