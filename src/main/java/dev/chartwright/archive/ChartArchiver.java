package dev.chartwright.archive;

import java.time.Instant;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.tar.ChartTar;

/** Packs a chart; the bytes depend on the chart and the time, and on nothing of the machine. */
public final class ChartArchiver {
    private final ChartTar tar;

    /**
     * Sets the time of every file in every archive.
     *
     * @param time between 1970 and 2242; parts of a second are dropped
     */
    public ChartArchiver(Instant time) {
        this.tar = new ChartTar(time);
    }

    /** The package of a chart with its subcharts inside. */
    public ChartArchive archive(Chart chart) {
        byte[] content = tar.of(chart);
        byte[] packed = Gzip.compress(content);
        return new ChartArchive(chart, packed, Digest.of(packed), Digest.of(content));
    }
}
