package dev.chartwright.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Lays the files of a chart, and of its subcharts, one after the other as Helm reads them. */
public final class ChartTar {
    private static final int FILE_MODE = 0100644;

    /** The smallest block: the default pads every archive to 10 kB. */
    private static final int BLOCK_SIZE = 512;

    /** As Helm packs: a reader knows the chart before it meets the rest. */
    private static final Comparator<ChartFile> CHART_FIRST = Comparator.comparing(
                    (ChartFile file) -> !file.path().equals("Chart.yaml"))
            .thenComparing(ChartFile::path);

    private final FileTime time;

    /**
     * Sets the time of every file in every archive.
     *
     * @param time between 1970 and 2242; parts of a second are dropped
     */
    public ChartTar(Instant time) {
        this.time = FileTime.from(time.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The archive, in memory. */
    public byte[] of(Chart chart) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<ChartFile> files = chart.allFiles().stream().sorted(CHART_FIRST).toList();
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(bytes, BLOCK_SIZE, StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_ERROR);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (ChartFile file : files) {
                add(tar, chart.name() + "/" + file.path(), file.bytes());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    private void add(TarArchiveOutputStream tar, String path, byte[] content) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(path);
        entry.setSize(content.length);
        entry.setMode(FILE_MODE);
        entry.setIds(0, 0);
        entry.setNames("", "");
        entry.setModTime(time);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }
}
