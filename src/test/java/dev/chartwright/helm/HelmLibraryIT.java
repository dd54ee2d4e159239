package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.OutsideException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

/** Where the library is unpacked, and what is never touched or believed meanwhile; each process unpacks 98 MB. */
@DisabledOnOs(OS.WINDOWS)
class HelmLibraryIT {
    @TempDir
    private Path folder;

    private Path cache = Path.of("");
    private Path kept = Path.of("");
    private Path temporary = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        cache = folder.toRealPath().resolve("cache");
        kept = cache.resolve("chartwright/helm");
        temporary = Files.createDirectory(folder.toRealPath().resolve("temporary"));
    }

    @Test
    void keepsOneLibraryUnderItsDigestForTheUserAlone() throws Exception {
        render();
        Path library = library();
        assertThat(library.getFileName().toString())
                .startsWith(Digest.of(Files.readAllBytes(library)).hex());
        assertThat(names(kept)).hasSize(3).contains(".lock");
        assertThat(mode(kept) + mode(library)).isEqualTo("rwx------rw-------");
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void unpacksOnce() throws Exception {
        render();
        Object first = identity(library());
        render();
        assertThat(identity(library())).isEqualTo(first);
    }

    @Test
    void believesNoChangedLibrary() throws Exception {
        render();
        Path library = library();
        byte[] good = Files.readAllBytes(library);
        byte[] changed = good.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(library, changed);
        render();
        assertThat(Files.readAllBytes(library())).isEqualTo(good);
    }

    @Test
    void unpacksAnewWhatIsCutOrGone() throws Exception {
        render();
        Files.write(library(), new byte[10]);
        render();
        assertThat(Files.size(library())).isGreaterThan(1 << 20);
        Files.delete(library());
        render();
        assertThat(Files.size(library())).isGreaterThan(1 << 20);
    }

    @Test
    void putsAFileInPlaceOfALink() throws Exception {
        render();
        Path library = library();
        Path foreign = Files.move(library, folder.resolve("foreign.so"));
        Object before = identity(foreign);
        Files.createSymbolicLink(library, foreign);
        render();
        assertThat(library()).isRegularFile();
        assertThat(Files.isSymbolicLink(library())).isFalse();
        assertThat(identity(foreign)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chartwright", "chartwright/helm"})
    void goesThroughNoLink(String place) throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("theirs.txt"), "theirs");
        Path link = cache.resolve(place);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, foreign);
        render();
        assertThat(names(foreign)).containsExactly("theirs.txt");
        assertThat(names(temporary)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "chartwright", "chartwright/helm"})
    void putsNothingWhereOthersCanWrite(String place) throws Exception {
        Files.createDirectories(kept);
        Files.setPosixFilePermissions(cache.resolve(place), PosixFilePermissions.fromString("rwxrwxrwx"));
        render();
        assertThat(names(kept)).isEmpty();
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void believesNoLibraryThatOthersCanWrite() throws Exception {
        render();
        Object before = identity(library());
        Files.setPosixFilePermissions(library(), PosixFilePermissions.fromString("rw-rw-rw-"));
        render();
        assertThat(identity(library())).isNotEqualTo(before);
        assertThat(mode(library())).isEqualTo("rw-------");
    }

    /** A link that led to somebody's folder got that folder's files deleted, a dangling one ended the build. */
    @Test
    void removesNothingFromTheTemporaryFolder() throws Exception {
        Path foreign = Files.createDirectory(folder.resolve("foreign"));
        Files.writeString(foreign.resolve("theirs.txt"), "theirs");
        Files.createSymbolicLink(temporary.resolve("chartwright-helm-x"), foreign);
        Files.createSymbolicLink(temporary.resolve("chartwright-helm-y"), Path.of("nowhere"));
        Files.createDirectory(temporary.resolve("chartwright-helm-z"));
        render(new ProcessStart(Optional.empty(), temporary));
        assertThat(names(foreign)).containsExactly("theirs.txt");
        assertThat(names(temporary))
                .containsExactlyInAnyOrder("chartwright-helm-x", "chartwright-helm-y", "chartwright-helm-z");
    }

    /** To open a pipe would wait for ever, and a link leads to what is somebody else's. */
    @ParameterizedTest
    @ValueSource(strings = {"mkfifo $0", "mkdir $0", "ln -s ../theirs $0", "touch $0; chmod 666 $0"})
    void doesWithoutACacheThatHasNoLock(String command) throws Exception {
        Files.createDirectories(kept);
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rwx------"));
        Path lock = kept.resolve(".lock");
        assertThat(new ProcessBuilder("sh", "-c", command, lock.toString())
                        .start()
                        .waitFor())
                .isZero();
        assertTimeoutPreemptively(Duration.ofMinutes(1), () -> render());
        assertThat(names(kept)).containsExactly(".lock");
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void saysWhatItDidNotWaitFor() throws IOException {
        TinyChart chart = TinyChart.in(Files.createTempDirectory(folder, "tiny"), TinyChart.TEXT);
        HelmProcess helm = new HelmProcess(
                new ProcessStart(Optional.of(cache), temporary), RenderLimits.USUAL, Duration.ofMillis(1));
        assertThatThrownBy(() -> chart.render(helm))
                .isInstanceOf(OutsideException.class)
                .hasMessageStartingWith("the process that runs Helm is not ready after 0 s; look whether")
                .hasMessageEndingWith("XDG_CACHE_HOME");
    }

    @Test
    void needsNoCache() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        render(new ProcessStart(Optional.of(file.resolve("cache")), temporary));
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void letsSeveralStartAtOnce() throws Exception {
        List<CompletableFuture<Void>> running = IntStream.range(0, 4)
                .mapToObj(process -> CompletableFuture.runAsync(this::renderUnchecked))
                .toList();
        running.forEach(CompletableFuture::join);
        assertThat(library()).isRegularFile();
        assertThat(names(kept)).hasSize(3);
        assertThat(names(temporary)).isEmpty();
    }

    @Test
    void saysWhereItNeedsRoom() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        assertThatThrownBy(() -> render(new ProcessStart(Optional.empty(), file)))
                .isInstanceOf(OutsideException.class)
                .hasMessageStartingWith("cannot unpack Helm, which needs 100 MB in the user's cache");
    }

    private void renderUnchecked() {
        try {
            render();
        } catch (IOException | HelmException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void render() throws IOException, HelmException {
        render(new ProcessStart(Optional.of(cache), temporary));
    }

    private void render(ProcessStart start) throws IOException, HelmException {
        TinyChart chart = TinyChart.in(Files.createTempDirectory(folder, "tiny"), TinyChart.TEXT);
        HelmProcess helm = new HelmProcess(start, RenderLimits.USUAL);
        try {
            assertThat(chart.render(helm)).endsWith(TinyChart.TEXT);
        } finally {
            helm.stop();
        }
    }

    private Path library() throws IOException {
        List<String> libraries = new ArrayList<>(names(kept));
        libraries.removeIf(name -> !name.matches("[0-9a-f]{64}-.*"));
        assertThat(libraries).hasSize(1);
        return kept.resolve(libraries.get(0));
    }

    private static Object identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(String.valueOf(attributes.fileKey()), attributes.lastModifiedTime());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
