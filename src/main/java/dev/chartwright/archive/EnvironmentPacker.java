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

    /**
     * Packs the umbrella chart of a platform.
     *
     * @param platform the environment
     * @param umbrella its chart
     * @param more further files for the folder
     */
    public PackedEnvironment pack(Platform platform, Chart umbrella, List<OutputFile> more) {
        ChartArchive whole = archiver.archive(umbrella);
        List<ChartArchive> parts =
                umbrella.subcharts().stream().map(archiver::archive).toList();
        List<OutputFile> files = new ArrayList<>(more);
        files.add(new OutputFile(whole.fileName(), whole.content()));
        parts.forEach(part -> files.add(new OutputFile(SUBCHARTS + part.fileName(), part.content())));
        files.add(OutputFile.of("images.txt", images(platform)));
        files.add(OutputFile.of("TAR-SHA256SUMS", tarSums(whole, parts)));
        files.add(OutputFile.of("SHA256SUMS", Sha256Sums.of(files)));
        return new PackedEnvironment(whole, parts, List.copyOf(files));
    }

    /** For mirrors and scanners. */
    private static String images(Platform platform) {
        return ImageList.of(platform).stream()
                .map(image -> image.reference() + "\n")
                .collect(Collectors.joining());
    }

    /** Digests by the names that {@code gunzip} gives. */
    private static String tarSums(ChartArchive whole, List<ChartArchive> parts) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        digests.put(tarName(whole), whole.tarDigest());
        parts.forEach(part -> digests.put(SUBCHARTS + tarName(part), part.tarDigest()));
        return Sha256Sums.of(digests);
    }

    private static String tarName(ChartArchive archive) {
        return archive.fileName().replaceFirst("\\.tgz$", ".tar");
    }
}
