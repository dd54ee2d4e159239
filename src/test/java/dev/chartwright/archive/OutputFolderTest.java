package dev.chartwright.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OutputFolderTest {
    private static final List<OutputFile> OLD =
            List.of(OutputFile.of("SHA256SUMS", ""), OutputFile.of("a.txt", "old\n"), OutputFile.of("b/c.txt", "c\n"));
    private static final List<OutputFile> NEW =
            List.of(OutputFile.of("SHA256SUMS", ""), OutputFile.of("a.txt", "new\n"));

    @TempDir
    private Path out;

    /** A place that builds work in, as one of them left it. */
    private Path work(String name) throws IOException {
        Path folder = Files.createDirectories(out.resolve(WorkFolder.NAME));
        if (!Files.exists(folder.resolve(WorkFolder.LOCK))) {
            Files.createFile(folder.resolve(WorkFolder.LOCK));
        }
        return folder.resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"renameat2", "renames"})
    void replacesTheWholeFolder(String exchange) throws IOException {
        OutputFolder folder = new OutputFolder(out, SwapLoop.exchange(exchange));
        assertThat(folder.write("stage", OLD)).isTrue();
        assertThat(folder.write("stage", NEW)).isTrue();
        assertHolds(NEW);
        assertThat(names()).containsExactlyInAnyOrder(".chartwright", "stage");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void exchangesFoldersAtOnceOnLinux() throws IOException {
        Path one = Files.createDirectory(out.resolve("one \u00fc"));
        Path other = Files.createDirectory(out.resolve("other"));
        Files.createFile(one.resolve("mark"));
        assertThat(new LinuxExchange().exchange(one, other)).isTrue();
        assertThat(other.resolve("mark")).exists();
        assertThat(one).isEmptyDirectory();
    }

    @Test
    void exchangesNothingWhenOneIsMissing() throws IOException {
        Path one = Files.createDirectory(out.resolve("one"));
        assertThat(new LinuxExchange().exchange(one, out.resolve("other"))).isFalse();
        assertThat(one).exists();
    }

    @Test
    void makesTheOutputFolder() throws IOException {
        Path deep = out.resolve("not/there");
        new OutputFolder(deep).write("stage", OLD);
        assertThat(deep.resolve("stage/b/c.txt")).hasContent("c\n");
    }

    @Test
    void leavesOtherEnvironmentsAndFilesAlone() throws IOException {
        Files.writeString(out.resolve("README.md"), "kept\n");
        OutputFolder folder = new OutputFolder(out);
        folder.write("production", OLD);
        folder.write("stage", NEW);
        assertThat(names()).containsExactlyInAnyOrder(".chartwright", "README.md", "production", "stage");
        assertThat(new FileTree(out.resolve("production")).holds(OLD)).isTrue();
    }

    @Nested
    class AFileBesideTheEnvironments {
        private final OutputFile file = OutputFile.of("index.yaml", "new\n");

        @Test
        void isWrittenOnceAndIsNoEnvironment() throws IOException {
            OutputFolder folder = new OutputFolder(out);
            folder.write("stage", List.of(OutputFile.of("SHA256SUMS", "")));
            assertThat(folder.write(file)).isTrue();
            assertThat(folder.write(file)).isFalse();
            assertThat(out.resolve("index.yaml")).hasContent("new\n");
            assertThat(names()).containsExactlyInAnyOrder(".chartwright", "index.yaml", "stage");
            assertThat(folder.environments()).containsExactly("stage");
        }

        @Test
        void replacesALinkAndNotWhatItLeadsTo() throws IOException {
            Path elsewhere = Files.writeString(out.resolve("elsewhere"), "old\n");
            Files.createSymbolicLink(out.resolve("index.yaml"), elsewhere);
            assertThat(new OutputFolder(out).write(file)).isTrue();
            assertThat(elsewhere).hasContent("old\n");
            assertThat(Files.isSymbolicLink(out.resolve("index.yaml"))).isFalse();
        }

        @Test
        void hasNoHalfThatAKilledWriterLeft() throws IOException {
            Files.writeString(out.resolve("index.yaml"), "old\n");
            Files.writeString(work("index.yaml.writing"), "ne");
            new OutputFolder(out).write("stage", NEW);
            assertThat(names()).containsExactlyInAnyOrder(".chartwright", "index.yaml", "stage");
            assertThat(out.resolve("index.yaml")).hasContent("old\n");

            Files.writeString(work("index.yaml.writing"), "ne");
            assertThat(new OutputFolder(out).write(file)).isTrue();
            assertThat(out.resolve("index.yaml")).hasContent("new\n");
        }

        @Test
        void staysAsItWasWhenAFolderStandsInItsPlace() throws IOException {
            Files.createDirectories(out.resolve("index.yaml/kept"));
            assertThatThrownBy(() -> new OutputFolder(out).write(file))
                    .isInstanceOf(OutsideException.class)
                    .hasMessageContaining("cannot write `index.yaml`");
            assertThat(out.resolve("index.yaml/kept")).exists();
        }
    }

    @Test
    void touchesNothingWhenNothingDiffers() throws IOException {
        OutputFolder folder = new OutputFolder(out);
        folder.write("stage", OLD);
        Path file = out.resolve("stage/a.txt");
        FileTime past = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(file, past);
        Files.setLastModifiedTime(out.resolve("stage"), past);
        assertThat(folder.write("stage", OLD)).isFalse();
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(past);
        assertThat(Files.getLastModifiedTime(out.resolve("stage"))).isEqualTo(past);
    }

    @Test
    void removesWhatDoesNotBelongThere() throws IOException {
        OutputFolder folder = new OutputFolder(out);
        folder.write("stage", OLD);
        Files.writeString(out.resolve("stage/b/extra.txt"), "x");
        assertThat(folder.write("stage", OLD)).isTrue();
        assertHolds(OLD);
        Files.delete(out.resolve("stage/a.txt"));
        assertThat(folder.write("stage", OLD)).isTrue();
        assertHolds(OLD);
    }

    @Test
    void replacesALinkAndNotWhatItPointsTo() throws IOException {
        Path elsewhere = Files.createDirectory(out.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("a.txt"), "mine\n");
        Files.createSymbolicLink(out.resolve("stage"), elsewhere);
        new OutputFolder(out).write("stage", NEW);
        assertThat(Files.isDirectory(out.resolve("stage"), LinkOption.NOFOLLOW_LINKS))
                .isTrue();
        assertThat(elsewhere.resolve("a.txt")).hasContent("mine\n");
    }

    @Test
    void leavesNoHalfOfWhatCannotBeWritten() throws IOException {
        OutputFolder folder = new OutputFolder(out);
        folder.write("stage", OLD);
        List<OutputFile> impossible = List.of(OutputFile.of("SHA256SUMS", ""), OutputFile.of("SHA256SUMS/x", ""));
        assertThatThrownBy(() -> folder.write("stage", impossible)).isInstanceOf(OutsideException.class);
        assertHolds(OLD);
        assertThat(out.resolve(WorkFolder.NAME)).isDirectoryNotContaining("glob:**.writing");
        Files.createDirectories(out.resolve("index.yaml/kept"));
        assertThatThrownBy(() -> folder.write(OutputFile.of("index.yaml", "x"))).isInstanceOf(OutsideException.class);
        assertThat(out.resolve(WorkFolder.NAME)).isDirectoryNotContaining("glob:**.writing");
    }

    /** Names that builds could use, in a folder that is somebody's own. */
    @Nested
    class ForeignFiles {
        @Test
        void areNoLeftovers() throws IOException {
            Files.createDirectories(out.resolve(".base.yaml.ready/mine"));
            Files.writeString(out.resolve(".notes.old"), "mine\n");
            Files.createDirectories(out.resolve(".stage.writing/mine"));
            Files.createSymbolicLink(out.resolve(".lock"), out.resolve("nowhere"));
            new OutputFolder(out).write("stage", OLD);
            new OutputFolder(out).write("stage", NEW);
            assertThat(names())
                    .containsExactlyInAnyOrder(
                            ".chartwright", ".base.yaml.ready", ".notes.old", ".stage.writing", ".lock", "stage");
            assertThat(out.resolve(".stage.writing/mine")).exists();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"stage", "stage/mine.txt", "stage/folder/mine.txt", ".chartwright/mine.txt", ".chartwright"})
        void inThePlaceOfOursStay(String path) throws IOException {
            Path mine = out.resolve(path);
            Files.createDirectories(mine.getParent());
            Files.writeString(mine, "mine\n");
            assertThatThrownBy(() -> new OutputFolder(out).write("stage", NEW))
                    .isInstanceOfSatisfying(
                            ProblemsException.class,
                            refused -> assertThat(refused.problems())
                                    .extracting(Problem::code)
                                    .containsExactly("foreign-output"));
            assertThat(mine).hasContent("mine\n");
        }

        @Test
        void areNotReachedThroughLinks() throws IOException {
            Path mine = Files.createDirectories(out.resolve("mine/stage.writing"));
            Files.createSymbolicLink(out.resolve(".chartwright"), out.resolve("mine"));
            assertThatThrownBy(() -> new OutputFolder(out).write("stage", NEW)).isInstanceOf(ProblemsException.class);
            assertThat(mine).exists();
        }

        @Test
        void areOnlyLookedAtByReaders() throws IOException {
            Files.createDirectories(out.resolve(".base.yaml.ready/mine"));
            assertThat(new OutputFolder(out).environments()).isEmpty();
            assertThat(names()).containsExactly(".base.yaml.ready");
        }
    }

    @Test
    void refusesPathsThatLeadOut() {
        assertThatThrownBy(() -> new OutputFolder(out).write("stage", List.of(OutputFile.of("../x", ""))))
                .isInstanceOf(BugException.class);
    }

    @Test
    void namesTheEnvironmentThatCannotBeWritten() throws IOException {
        Path file = Files.createFile(out.resolve("file"));
        assertThatThrownBy(() -> new OutputFolder(file.resolve("out")).write("stage", NEW))
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining("`stage`");
    }

    private void assertHolds(List<OutputFile> files) throws IOException {
        assertThat(new FileTree(out.resolve("stage")).holds(files)).isTrue();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(out)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }

    @Nested
    class KilledBuild {
        @Test
        void leavesNothingBehindForEver() throws IOException {
            new FileTree(work("stage.writing")).create(OLD);
            new FileTree(work("gone.writing")).create(OLD);
            new OutputFolder(out).write("stage", NEW);
            assertHolds(NEW);
            assertThat(names()).containsExactlyInAnyOrder(".chartwright", "stage");
        }

        @Test
        void isFinishedWhenOnlyTheLastRenameIsMissing() throws IOException {
            new FileTree(work("stage.ready")).create(NEW);
            new FileTree(work("stage.old")).create(OLD);
            new OutputFolder(out).finishInterrupted();
            assertHolds(NEW);
            assertThat(names()).containsExactlyInAnyOrder(".chartwright", "stage");
        }

        @Test
        void isUndoneWhenTheOldFolderIsStillInPlace() throws IOException {
            new FileTree(out.resolve("stage")).create(OLD);
            new FileTree(work("stage.ready")).create(NEW);
            new OutputFolder(out).finishInterrupted();
            assertHolds(OLD);
            assertThat(names()).containsExactlyInAnyOrder(".chartwright", "stage");
        }
    }
}
