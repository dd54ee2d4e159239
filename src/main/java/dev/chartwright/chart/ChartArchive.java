package dev.chartwright.chart;

/**
 * A packed chart.
 *
 * @param chart what is inside
 * @param content the bytes of the .tgz file
 * @param digest digest of these bytes
 * @param tarDigest digest of the tar inside, a second anchor that no compressor changes
 */
public record ChartArchive(Chart chart, byte[] content, Digest digest, Digest tarDigest) {
    public String fileName() {
        return chart.archiveName();
    }
}
