package dev.chartwright;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.archive.OutputFolder;
import dev.chartwright.artifact.HelmArtifact;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.diff.DiffText;
import dev.chartwright.diff.Difference;
import dev.chartwright.oci.InvalidReferenceException;
import dev.chartwright.oci.Reference;
import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemPrinter;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.provenance.Keyring;
import dev.chartwright.provenance.SignedText;
import dev.chartwright.provenance.TestKey;
import dev.chartwright.tar.ChartTarReader;
import dev.chartwright.yaml.YamlReader;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What programs that read or write charts were once attacked with. That logins stay with their host (CVE-2021-32690) is
 * shown by {@code RegistryFaultsIT}; what concerns `--set`, plugins and DNS in templates is nothing that this program
 * has.
 */
class KnownVulnerabilitiesTest {
    private static final String CHART = "apiVersion: v2\nname: shop-stage\nversion: 1.0.0\n";

    @TempDir
    private Path folder;

    /** Something that puts entries into an archive. */
    @FunctionalInterface
    private interface Content {
        void write(TarArchiveOutputStream tar) throws IOException;
    }

    private static byte[] archive(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            content.write(tar);
        }
        return bytes.toByteArray();
    }

    private static void file(TarArchiveOutputStream tar, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private static String refused(byte[] archive) {
        return catchThrowableOfType(ProblemsException.class, () -> ChartTarReader.read(archive, "a.tgz"))
                .problems()
                .get(0)
                .code();
    }

    @Nested
    @DisplayName("CVE-2019-1000008, CVE-2020-4053: an entry leads out of the archive")
    class PathTraversal {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "../x",
                    "shop/../../x",
                    "/etc/passwd",
                    "//x",
                    "C:\\x",
                    "c:/x",
                    "shop\\..\\..\\x",
                    "shop/./x",
                    "shop//x",
                    "..",
                    "shop/\u0007x"
                })
        void isRefused(String path) throws IOException {
            assertThat(refused(archive(tar -> file(tar, path, "x")))).isEqualTo("hostile-archive");
        }
    }

    @Nested
    @DisplayName("CVE-2019-18658, CVE-2025-53547: a link leads to another file")
    class Links {
        @ParameterizedTest
        @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
        void inAnArchiveIsRefused(byte kind) throws IOException {
            byte[] archive = archive(tar -> {
                TarArchiveEntry entry = new TarArchiveEntry("shop/Chart.lock", kind);
                entry.setLinkName("/etc/passwd");
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            });
            assertThat(refused(archive)).isEqualTo("hostile-archive");
        }

        @Test
        void inTheOutputFolderIsReplacedAndNotWrittenThrough() throws IOException {
            Path secret = Files.writeString(folder.resolve("secret"), "mine");
            Path out = Files.createDirectories(folder.resolve("out"));
            Path stage = Files.createDirectories(out.resolve("stage"));
            Files.writeString(stage.resolve("SHA256SUMS"), "");
            Files.createSymbolicLink(stage.resolve("a.txt"), secret);
            Files.createSymbolicLink(out.resolve("index.yaml"), secret);
            OutputFolder output = new OutputFolder(out);
            output.write("stage", List.of(OutputFile.of("a.txt", "new")));
            output.write(OutputFile.of("index.yaml", "new"));
            assertThat(secret).hasContent("mine");
            assertThat(stage.resolve("a.txt")).hasContent("new").isRegularFile();
            assertThat(Files.isSymbolicLink(out.resolve("index.yaml"))).isFalse();
        }
    }

    @Nested
    @DisplayName("CVE-2021-21303: control characters reach the terminal")
    class ControlCharacters {
        @Test
        void inAnyMessageAreWrittenOut() {
            String evil = "\u001b]0;evil\u0007\u009b31m\u202e\n\r";
            Problem problem = new Problem(Location.ofFile(evil + ".tgz"), "code", evil, evil, evil);
            String printed = new ProblemPrinter(file -> List.of()).print(List.of(problem));
            assertThat(printed.replace("\n", "").codePoints())
                    .noneMatch(character -> Character.isISOControl(character) || character == 0x202E);
        }

        @ParameterizedTest
        @ValueSource(booleans = {true, false})
        void ofAnEarlierPackageAreWrittenOutInDifferences(boolean colours) {
            String evil = "\u001b]0;evil\u0007\u202e\r";
            DiffText text = new DiffText("a", "b", List.of(new Difference(evil, evil, evil, evil, evil)));
            assertThat((text.text(colours) + text.markdown()).replace("\n", "").codePoints())
                    .noneMatch(character -> Character.isISOControl(character) || character == 0x202E);
        }
    }

    @Nested
    @DisplayName("CVE-2024-25620, CVE-2026-35206, CVE-2020-15184: a name or version becomes a path")
    class Names {
        @ParameterizedTest
        @ValueSource(strings = {"..", ".", "''", "../x", "a/b", "/x", "x\\\\y", "\"a\\u0000b\""})
        void ofAPackageAreRefused(String name) throws IOException {
            assertThatThrownBy(() -> read(CHART.replace("shop-stage", name))).isInstanceOf(ProblemsException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../x", "1.0.0/../../x", "''", "1.0.0+../x"})
        void versionsAreRefused(String version) {
            assertThatThrownBy(() -> read(CHART.replace("1.0.0", version))).isInstanceOf(ProblemsException.class);
        }

        @ParameterizedTest
        @ValueSource(strings = {"oci://h/../x", "oci://h/a/..", "oci://h/a:../x", "oci://h/./x", "oci://h//x"})
        void ofARepositoryAreRefused(String text) {
            assertThatThrownBy(() -> Reference.parse(text)).isInstanceOf(InvalidReferenceException.class);
        }
    }

    private Optional<?> read(String chartYaml) throws IOException {
        Path file = folder.resolve("shop-stage-1.0.0.tgz");
        Files.write(file, archive(tar -> file(tar, "shop/Chart.yaml", chartYaml)));
        return PreviousPackages.at(file).find("stage", "shop-stage");
    }

    @Nested
    @DisplayName("CVE-2024-26147, CVE-2022-23526: a description is empty, null, a list or a number")
    class Descriptions {
        @ParameterizedTest
        @ValueSource(strings = {"", "null", "[]", "1", "- a", "text", "{}", "name: null\nversion: null\n", "\uFEFF"})
        void areAProblemAndNoCrash(String chartYaml) {
            assertThatThrownBy(() -> read(chartYaml)).isInstanceOf(ProblemsException.class);
        }
    }

    @Nested
    @DisplayName("CVE-2025-55198: nulls inside lists of a description")
    class Nulls {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "maintainers: [null]",
                    "dependencies: [null]",
                    "dependencies: [{name: a, version: 1.0.0, repository: '', import-values: [null]}]",
                    "sources: [null]",
                    "keywords: null",
                    "annotations: null",
                    "maintainers: 7"
                })
        void makeAManifestAndNoCrash(String line) {
            JsonNode chart =
                    new YamlReader().read(CHART + line + "\n", "Chart.yaml").root();
            assertThatCode(() -> HelmArtifact.of(chart, new byte[0], Instant.EPOCH))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    @DisplayName("CVE-2025-32386: a small archive becomes a large one")
    class Bombs {
        @Test
        void endAtALimitOfBytes() throws IOException {
            byte[] zeros = new byte[1 << 20];
            byte[] archive = archive(tar -> {
                for (int number = 0; number < 120; number++) {
                    TarArchiveEntry entry = new TarArchiveEntry("shop/" + number, true);
                    entry.setSize(zeros.length);
                    tar.putArchiveEntry(entry);
                    tar.write(zeros);
                    tar.closeArchiveEntry();
                }
            });
            assertThat(archive).hasSizeLessThan(1 << 20);
            assertThat(refused(archive)).isEqualTo("hostile-archive");
        }

        @Test
        void endAtALimitOfEntries() throws IOException {
            byte[] archive = archive(tar -> {
                for (int number = 0; number < 20_001; number++) {
                    file(tar, "shop/" + number, "");
                }
            });
            assertThat(refused(archive)).isEqualTo("hostile-archive");
        }
    }

    @Nested
    @DisplayName("CVE-2025-32387: nesting without end")
    class Nesting {
        @Test
        void ofADescriptionIsAProblem() {
            String deep = "a: " + "[".repeat(50_000) + "]".repeat(50_000) + "\n";
            assertThatThrownBy(() -> read(CHART + deep)).isInstanceOf(ProblemsException.class);
        }

        @Test
        void ofAliasesIsAProblem() {
            StringBuilder laughs = new StringBuilder(CHART).append("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
            for (int level = 1; level < 12; level++) {
                String before = "*a" + (level - 1);
                laughs.append("a" + level + ": &a" + level + " [" + String.join(", ", Collections.nCopies(9, before))
                        + "]\n");
            }
            assertThatThrownBy(() -> read(laughs.toString())).isInstanceOf(ProblemsException.class);
        }

        /** Charts in charts in charts are read folder by folder. */
        @Test
        void ofChartsIsAProblem() throws IOException {
            byte[] archive = archive(tar -> {
                file(tar, "shop/Chart.yaml", CHART);
                longName(tar, "shop/" + "charts/a/".repeat(100_000) + "x");
                file(tar, "shop/x", "");
            });
            assertThat(refused(archive)).isEqualTo("hostile-archive");
        }

        /** As GNU tar writes long names: an entry before the entry. */
        private static void longName(TarArchiveOutputStream tar, String name) throws IOException {
            byte[] bytes = (name + "\0").getBytes(StandardCharsets.UTF_8);
            TarArchiveEntry entry = new TarArchiveEntry("././@LongLink", TarConstants.LF_GNUTYPE_LONGNAME);
            entry.setSize(bytes.length);
            tar.putArchiveEntry(entry);
            tar.write(bytes);
            tar.closeArchiveEntry();
        }
    }

    @Nested
    @DisplayName("CVE-2026-35205: a missing signature passes for a good one")
    class MissingSignature {
        @ParameterizedTest
        @ValueSource(strings = {"", "\n", "-----BEGIN PGP SIGNED MESSAGE-----\n", "apiVersion: v2\n"})
        void isRefused(String provenance) throws IOException {
            Keyring keys = Keyring.read(TestKey.rsa("R <r@shop.test>", "x").publicKey(folder.resolve("r.gpg")));
            SignedText text = new SignedText(CHART, "shop-1.0.0.tgz", Digest.of(new byte[0]));
            assertThatThrownBy(() -> keys.verify(text, provenance.getBytes(StandardCharsets.UTF_8), "a.prov"))
                    .isInstanceOf(ProblemsException.class);
        }
    }
}
