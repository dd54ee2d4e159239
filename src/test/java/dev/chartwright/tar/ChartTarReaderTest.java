package dev.chartwright.tar;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ChartTarReaderTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path folder;

    @Test
    void readsWhatChartTarWrote() throws IOException {
        String longPath = "templates/" + "long-folder-name/".repeat(12) + "\ud55c\uae00.yaml";
        List<ChartFile> files =
                List.of(new ChartFile("Chart.yaml", "name: a\n"), new ChartFile(longPath, "b: \ud83d\ude00\n"));
        Files.write(file(), gzip(new ChartTar(Instant.EPOCH).of(new Chart("a", "1.0.0", files, List.of()))));
        assertThat(ChartTarReader.read(file(), "a.tgz")).isEqualTo(files);
    }

    @Test
    void dropsByteOrderMarksAndFolders() throws IOException {
        write(tar -> {
            add(tar, new TarArchiveEntry("a/"), 0);
            TarArchiveEntry entry = new TarArchiveEntry("a/Chart.yaml");
            entry.setSize(4);
            tar.putArchiveEntry(entry);
            tar.write("\uFEFFx".getBytes(StandardCharsets.UTF_8));
            tar.closeArchiveEntry();
        });
        assertThat(ChartTarReader.read(file(), "a.tgz")).containsExactly(new ChartFile("Chart.yaml", "x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/../../x", "/x", "a//x", "C:\\x", "a\\..\\x", "./x", "a/x\u0007", "..", "a/./x"})
    void refusesPathsThatLeadElsewhere(String path) throws IOException {
        write(tar -> add(tar, new TarArchiveEntry(path, true), 1));
        assertThat(problem().code()).isEqualTo("hostile-archive");
        assertThat(problem().what()).contains("leads out of the chart");
    }

    @ParameterizedTest
    @ValueSource(
            bytes = {
                TarConstants.LF_LINK,
                TarConstants.LF_SYMLINK,
                TarConstants.LF_CHR,
                TarConstants.LF_BLK,
                TarConstants.LF_FIFO
            })
    void refusesWhatIsNoFile(byte type) throws IOException {
        write(tar -> {
            TarArchiveEntry entry = new TarArchiveEntry("a/x", type);
            entry.setLinkName("/etc/hostname");
            add(tar, entry, 0);
        });
        assertThat(problem().code()).isEqualTo("hostile-archive");
        assertThat(problem().what()).contains("a link or a device");
    }

    @Test
    void takesFilesOfFiveMebibytesAndNotAByteMore() throws IOException {
        write(tar -> add(tar, new TarArchiveEntry("a/x"), 5 * MEBIBYTE));
        assertThat(ChartTarReader.read(file(), "a.tgz")).hasSize(1);
        write(tar -> add(tar, new TarArchiveEntry("a/x"), 5 * MEBIBYTE + 1));
        assertThat(problem().what()).isEqualTo("`a/x` has more than 5242880 bytes");
    }

    @Test
    void stopsDecompressingAtTheLimit() throws IOException {
        write(tar -> {
            for (int i = 0; i < 21; i++) {
                add(tar, new TarArchiveEntry("a/" + i), 5 * MEBIBYTE);
            }
        });
        assertThat(Files.size(file())).isLessThan(MEBIBYTE);
        assertThat(problem().what()).isEqualTo("the package holds more than 104857600 bytes");
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        write(tar -> {
            for (int i = 0; i < 20_001; i++) {
                add(tar, new TarArchiveEntry("a/" + i), 0);
            }
        });
        assertThat(problem().what()).isEqualTo("the package holds more than 20000 entries");
    }

    @Test
    void refusesOnePathTwice() throws IOException {
        write(tar -> {
            add(tar, new TarArchiveEntry("a/x"), 1);
            add(tar, new TarArchiveEntry("b/x"), 1);
        });
        assertThat(problem().what()).isEqualTo("`b/x` stands in it twice");
    }

    @Test
    void saysWhatIsNoPackage() throws IOException {
        Files.writeString(file(), "no gzip");
        assertThat(problem().code()).isEqualTo("unreadable-archive");
        Files.write(file(), gzip("no tar".repeat(1000).getBytes(StandardCharsets.UTF_8)));
        assertThat(problem().code()).isEqualTo("unreadable-archive");
        Files.write(file(), gzip(new byte[1024]));
        assertThat(problem().what()).isEqualTo("the file is no chart package: it holds no file");
    }

    @Test
    void saysThatAPackageWasCut() throws IOException {
        write(tar -> add(tar, new TarArchiveEntry("a/x"), MEBIBYTE));
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), Arrays.copyOf(whole, whole.length / 2));
        assertThat(problem().code()).isEqualTo("unreadable-archive");
    }

    /** Whatever stands in a file, its reader hears of it in words. */
    @Test
    void survivesDamage() throws IOException {
        write(tar -> {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            add(tar, new TarArchiveEntry("a/" + "long-name/".repeat(15)), 0);
            add(tar, new TarArchiveEntry("a/" + "long-name/".repeat(15) + "x"), 700);
        });
        byte[] whole;
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file()))) {
            whole = packed.readAllBytes();
        }
        Random random = new Random(7);
        for (int run = 0; run < 500; run++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(8); i >= 0; i--) {
                damaged[random.nextInt(3000)] = (byte) random.nextInt();
            }
            Files.write(file(), gzip(damaged));
            try {
                assertThat(ChartTarReader.read(file(), "a.tgz")).isNotEmpty();
            } catch (ProblemsException told) {
                assertThat(told.problems()).hasSize(1);
            }
        }
    }

    private Problem problem() {
        ProblemsException thrown =
                catchThrowableOfType(ProblemsException.class, () -> ChartTarReader.read(file(), "a.tgz"));
        assertThat(thrown.problems()).hasSize(1);
        assertThat(thrown.problems().get(0).location()).hasToString("a.tgz");
        return thrown.problems().get(0);
    }

    private Path file() {
        return folder.resolve("a.tgz");
    }

    private void write(Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(file());
                TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(out))) {
            content.write(tar);
        }
    }

    private static void add(TarArchiveOutputStream tar, TarArchiveEntry entry, int size) throws IOException {
        entry.setSize(size);
        tar.putArchiveEntry(entry);
        tar.write(new byte[size]);
        tar.closeArchiveEntry();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(content);
        }
        return bytes.toByteArray();
    }

    @FunctionalInterface
    private interface Content {
        void write(TarArchiveOutputStream tar) throws IOException;
    }
}
