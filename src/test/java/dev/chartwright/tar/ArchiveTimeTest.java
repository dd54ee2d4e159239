package dev.chartwright.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.ProblemsException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ArchiveTimeTest {
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2026-01-02T03:04:05Z", "2242-03-16T12:56:31Z"})
    void isTheTimeThatWasPacked(String time) throws IOException {
        Chart chart = new Chart("a", "1.0.0", List.of(new ChartFile("Chart.yaml", "name: a\n")), List.of());
        byte[] archive = gzip(new ChartTar(Instant.parse(time)).of(chart));

        assertThat(ArchiveTime.of(archive, "a.tgz")).isEqualTo(Instant.parse(time));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "8589934592", "99999999999999", "9223372036854775807", "1e30", "1e999999999", "NaN", "x"})
    void refusesTimesThatNoPackageHas(String seconds) throws IOException {
        assertRefused(gzip(withTime(seconds)));
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        assertRefused(new byte[0]);
        assertRefused("<html>".getBytes(StandardCharsets.UTF_8));
        assertRefused(gzip(new byte[0]));
        assertRefused(gzip(new byte[16 * 1024 * 1024]));
    }

    private static void assertRefused(byte[] archive) {
        ProblemsException refused =
                catchThrowableOfType(ProblemsException.class, () -> ArchiveTime.of(archive, "a.tgz"));
        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("unreadable-archive"))
                .satisfies(problem -> assertThat(problem.location().file()).isEqualTo("a.tgz"));
    }

    /** An extended header names the time as text. */
    private static byte[] withTime(String seconds) throws IOException {
        byte[] record = record("mtime=" + seconds + "\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            add(tar, new TarArchiveEntry("pax", TarConstants.LF_PAX_EXTENDED_HEADER_LC), record);
            add(tar, new TarArchiveEntry("a/Chart.yaml"), new byte[1]);
        }
        return bytes.toByteArray();
    }

    private static byte[] record(String text) {
        int length = text.length() + 3;
        return (length + " " + text).getBytes(StandardCharsets.UTF_8);
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, byte[] content) throws IOException {
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }
}
