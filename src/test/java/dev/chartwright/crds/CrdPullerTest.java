package dev.chartwright.crds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CrdPullerTest {
    @TempDir
    private Path root;

    private LockedFolder folder = new LockedFolder(Path.of(""));

    @BeforeEach
    void lock() throws IOException {
        folder = LockedFolder.in(root);
    }

    private List<PulledCrd> pull() {
        List<PulledCrd> pulled = new ArrayList<>();
        new CrdPuller(folder.schema(), Optional.of(folder.mirror())).pull(pulled::add);
        return pulled;
    }

    @Test
    void writesTheBytesOfTheMirrorAndNothingElse() throws IOException {
        assertThat(pull()).hasSize(2).allMatch(PulledCrd::isNew);
        assertThat(folder.pulled("lamps")).hasContent(LockedFolder.LAMPS);
        try (Stream<Path> files = Files.list(folder.pulled("lamps").getParent())) {
            assertThat(files).containsExactlyInAnyOrder(folder.pulled("lamps"), folder.pulled("fans"));
        }
    }

    @Test
    void fetchesNothingThatIsThere() throws IOException {
        pull();
        Files.delete(folder.mirrored("lamps"));
        Files.delete(folder.mirrored("fans"));
        assertThat(pull()).hasSize(2).noneMatch(PulledCrd::isNew);
    }

    @Test
    void goesOnWhereItStopped() throws IOException {
        Files.delete(folder.mirrored("fans"));
        assertThatThrownBy(this::pull).isInstanceOf(OutsideException.class);
        assertThat(folder.pulled("lamps")).exists();
        Files.writeString(folder.mirrored("fans"), LockedFolder.FANS);
        assertThat(pull()).extracting(PulledCrd::isNew).containsExactly(false, true);
    }

    @Test
    void mendsAFileThatWasChanged() throws IOException {
        pull();
        Files.writeString(folder.pulled("fans"), "half");
        assertThat(pull()).extracting(PulledCrd::isNew).containsExactly(false, true);
        assertThat(folder.pulled("fans")).hasContent(LockedFolder.FANS);
    }

    @Test
    void writesOverWhatAKilledPullLeft() throws IOException {
        Files.createDirectories(folder.pulled("fans").getParent());
        Files.writeString(
                folder.pulled("fans").resolveSibling(".chartwright.fans.example.com.yaml"), "half of it, longer");
        pull();
        assertThat(folder.pulled("fans")).hasContent(LockedFolder.FANS);
    }

    @Test
    void refusesAChangedByteAndKeepsTheOthers() throws IOException {
        Files.writeString(folder.mirrored("lamps"), LockedFolder.LAMPS.replace("lamps", "lambs"));
        assertThatThrownBy(this::pull)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemsException.class))
                .satisfies(refused ->
                        assertThat(refused.problems()).singleElement().satisfies(this::namesBothDigests));
        assertThat(folder.pulled("lamps")).doesNotExist();
        assertThat(folder.pulled("fans")).hasContent(LockedFolder.FANS);
    }

    private void namesBothDigests(Problem problem) {
        assertThat(problem.code()).isEqualTo("wrong-digest");
        assertThat(problem.location().line()).isEqualTo(8);
        assertThat(problem.what())
                .startsWith(CrdLock.label(folder.mirrored("lamps")))
                .containsPattern("has digest `sha256:[0-9a-f]{64}`, wanted is `sha256:[0-9a-f]{64}`");
    }

    @Test
    void namesAFileThatTheMirrorDoesNotHave() throws IOException {
        Files.delete(folder.mirrored("lamps"));
        assertThatThrownBy(this::pull)
                .isInstanceOf(OutsideException.class)
                .hasMessageContaining(CrdLock.label(folder.mirrored("lamps")));
    }

    @Test
    void readsNoMoreThanADefinitionCanHave() throws IOException {
        Files.write(folder.mirrored("lamps"), new byte[CrdSource.LARGEST + 1]);
        assertThatThrownBy(this::pull)
                .isInstanceOf(OutsideException.class)
                .cause()
                .hasMessageContaining("larger");
    }

    @Test
    void refusesALockThatLeadsElsewhere() throws IOException {
        Path lock = folder.schema().resolve("crds.lock.yaml");
        String text = Files.readString(lock);
        for (String wrong : List.of("mirror: ../house-1.0.0", "mirror: /house-1.0.0")) {
            Files.writeString(lock, text.replace("mirror: house-1.0.0", wrong));
            assertRefused("text-pattern");
        }
        Files.writeString(lock, text.replace("https:", "http:"));
        assertRefused("text-pattern");
        Files.writeString(lock, text.replace("lamps.example.com", "../lamps.example.com"));
        assertRefused("key-name");
    }

    private void assertRefused(String code) {
        assertThatThrownBy(this::pull)
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemsException.class))
                .satisfies(refused ->
                        assertThat(refused.problems()).extracting(Problem::code).contains(code));
    }
}
