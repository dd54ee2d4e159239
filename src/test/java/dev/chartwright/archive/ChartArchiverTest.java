package dev.chartwright.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;

import com.marcnuri.helm.Helm;
import dev.chartwright.ChartFolders;
import dev.chartwright.ChildJvm;
import dev.chartwright.TestPlatforms;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.model.Platform;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChartArchiverTest {
    private static final Instant TIME = Instant.parse("2020-01-01T00:00:00Z");
    private static final String GOLDEN = "sha256:a8db615d7ba40f3a02fd361bc8814b6c793a47772426d03706b27f2d47ede14c";
    private static final String GOLDEN_TAR = "sha256:ee92691b273b7db9213a6d0e693f77fb791203cb83d503cea21ec58476a51845";

    private final ChartArchive archive = new ChartArchiver(TIME).archive(SmallChart.chart());

    @TempDir
    private Path folder;

    /** When this fails, every package that people have pinned by digest changes: say so in the release notes. */
    @Test
    void makesTheBytesItAlwaysMade() {
        assertThat(archive.tarDigest().value()).isEqualTo(GOLDEN_TAR);
        assertThat(archive.digest().value()).isEqualTo(GOLDEN);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void doesNotDependOnTheOrderOfFiles(long seed) {
        assertThat(new ChartArchiver(TIME).archive(SmallChart.shuffled(seed)).content())
                .isEqualTo(archive.content());
    }

    @Test
    void doesNotDependOnTheMachine() throws Exception {
        List<String> options = List.of(
                "-Duser.timezone=Asia/Seoul",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.name=somebody",
                "-Dfile.encoding=ISO-8859-1",
                "-Dline.separator=\r\n");
        Map<String, String> variables = Map.of("TZ", "America/New_York", "LC_ALL", "C", "USER", "somebody");
        assertThat(ChildJvm.output(SmallChart.class, options, variables))
                .isEqualTo(archive.digest().value() + " " + archive.tarDigest().value());
    }

    @Test
    void dropsPartsOfASecond() {
        assertThat(new ChartArchiver(TIME.plusNanos(5))
                        .archive(SmallChart.chart())
                        .digest())
                .isEqualTo(archive.digest());
    }

    @Test
    void putsTheTimeIntoEveryEntry() throws IOException {
        assertThat(new ChartArchiver(TIME.plusSeconds(1))
                        .archive(SmallChart.chart())
                        .tarDigest())
                .isNotEqualTo(archive.tarDigest());
        assertThat(entries()).allSatisfy(entry -> {
            assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(TIME);
            assertThat(entry.getMode()).isEqualTo(0100644);
            assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
            assertThat(entry.getUserName() + entry.getGroupName()).isEmpty();
        });
    }

    @Test
    void putsChartYamlFirstAndTheRestInOrder() throws IOException {
        assertThat(entries())
                .extracting(TarArchiveEntry::getName)
                .containsExactly(
                        "small/Chart.yaml",
                        "small/NOTICE",
                        "small/charts/part/Chart.yaml",
                        "small/charts/part/" + SmallChart.LONG_PATH,
                        "small/charts/part/values.yaml",
                        "small/files/\ud55c\uae00-\u00fc.txt",
                        "small/templates/configmap.yaml",
                        "small/values.yaml");
    }

    @Test
    void writesAGzipHeaderWithoutTimeNameAndSystem() {
        assertThat(HexFormat.of().formatHex(archive.content(), 0, 10)).isEqualTo("1f8b08000000000002ff");
    }

    @Test
    void givesTheDigestOfTheTarInside() throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(archive.content()))) {
            assertThat(Digest.of(unpacked.readAllBytes())).isEqualTo(archive.tarDigest());
        }
    }

    @Test
    void packsContentThatDoesNotCompress() throws IOException {
        byte[] noise = new byte[300_000];
        new Random(1).nextBytes(noise);
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(Gzip.compress(noise)))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(noise);
        }
    }

    @Test
    void holdsEveryFileOfTheChart() {
        assertThat(ChartFolders.unpack(new ByteArrayInputStream(archive.content())))
                .isEqualTo(ChartFolders.expected(SmallChart.chart()));
    }

    @Test
    void isLoadedByHelm() throws IOException {
        Path file = Files.write(folder.resolve(archive.fileName()), archive.content());
        String made = Helm.template(file.toString()).withKubeVersion("1.34.0").call();
        assertThat(made).contains("name: short", "name: long", "text \ud83d\ude00");
    }

    @Test
    void isWhatHelmShowsAndTemplatesForAnAssembledPlatform() throws IOException {
        Platform platform = TestPlatforms.shop();
        Chart chart = new ChartAssembler(Path.of("schema")).assemble(platform, TestPlatforms.files(platform));
        ChartArchive packed = new ChartArchiver(TIME).archive(chart);
        Path file = Files.write(folder.resolve(packed.fileName()), packed.content());
        Path unpacked = ChartFolders.write(chart, folder);
        assertThat(Helm.template(file.toString()).withKubeVersion("1.34.0").call())
                .isEqualTo(Helm.template(unpacked.toString())
                        .withKubeVersion("1.34.0")
                        .call());
        assertThat(Helm.show(file.toString()).chart().call()).contains("name: shop-stage");
    }

    private List<TarArchiveEntry> entries() throws IOException {
        GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(archive.content()));
        List<TarArchiveEntry> entries = new ArrayList<>();
        try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries.add(entry);
            }
        }
        return entries;
    }
}
