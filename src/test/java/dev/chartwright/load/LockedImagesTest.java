package dev.chartwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.chartwright.model.Image;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** The lock of images, as environments are loaded with it. */
class LockedImagesTest {
    private static final Path SCHEMA = Path.of("schema");
    private static final String ONE = "sha256:" + "1".repeat(64);
    private static final String TWO = "sha256:" + "2".repeat(64);

    @TempDir
    private Path folder;

    @BeforeEach
    void copyBase() throws IOException {
        Files.copy(Path.of("src/test/golden/problems/base.yaml"), folder.resolve("base.yaml"));
        Files.writeString(folder.resolve("stage.yaml"), "");
    }

    @Test
    void leavesImagesAsTheyAreWithoutALock() {
        assertThat(loader().lock()).isEmpty();
        assertThat(ImageList.of(stage())).extracting(Image::digest).containsOnly(Optional.empty());
    }

    @Test
    void pinsEveryImageOfTheModel() throws IOException {
        write(locked(ONE));

        assertThat(ImageList.of(stage()))
                .hasSize(6)
                .allSatisfy(image -> assertThat(image.reference()).isEqualTo(image.tagged() + "@" + ONE));
    }

    @Test
    void ignoresTheLockWhereItIsToBeWritten() throws IOException {
        write(locked(ONE));
        PlatformLoader loader = PlatformLoader.withoutLock(folder, SCHEMA, Path.of("templates"));

        assertThat(loader.lock().orElseThrow().digests()).hasSize(6);
        assertThat(loader.loadAll())
                .singleElement()
                .satisfies(loaded -> assertThat(ImageList.of(loaded.platform()))
                        .extracting(Image::digest)
                        .containsOnly(Optional.empty()));
    }

    @Test
    void tellsWhereEachImageIsNamed() throws IOException {
        writeStage("{image: {tag: 1.0.1}}");

        assertThat(PlatformLoader.withoutLock(folder, SCHEMA, Path.of("templates"))
                        .load("stage")
                        .images())
                .filteredOn(placed -> placed.image().tagged().equals("registry.example/shop/web:1.0.1"))
                .singleElement()
                .satisfies(placed -> {
                    assertThat(placed.place().file()).endsWith("stage.yaml");
                    assertThat(placed.place().line()).isPositive();
                });
    }

    @Test
    void letsAnImageKeepTheDigestThatIsWritten() throws IOException {
        write(locked(ONE).replaceFirst("  \"registry.example/shop/web.*\n", ""));
        writeStage("{image: {digest: " + TWO + "}}");

        assertThat(stage().applications().get(0).image().digest()).contains(TWO);
    }

    @Test
    void letsAnImageRepeatTheLockedDigest() throws IOException {
        write(locked(ONE));
        writeStage("{image: {digest: " + ONE + "}}");

        assertThat(stage().applications().get(0).image().digest()).contains(ONE);
    }

    @Test
    void overlooksEntriesThatNoEnvironmentUses() throws IOException {
        write(locked(ONE) + "  \"registry.example/old:1\": " + TWO + "\n");

        assertThat(ImageList.of(stage())).hasSize(6);
    }

    @Test
    void tellsAnUnlockedImageOnceForAllItsPlaces() throws IOException {
        write("images: {}\n");
        writeStage("{image: {repository: busybox, tag: 1.37.0}}");

        assertThat(problems()).extracting(Problem::code).containsOnly("unlocked-image");
        assertThat(problems())
                .filteredOn(problem -> problem.what().contains("busybox"))
                .hasSize(1);
    }

    @Test
    void tellsEachMistakeInTheLockAtItsPlace() throws IOException {
        write("version: 1\nimages:\n  \"a:1\": sha256:short\n  b: " + ONE + "\n  \"c:1\":\n");

        assertThat(problems())
                .extracting(problem -> problem.code() + " " + problem.location().line())
                .containsExactly("unknown-key 1", "text-pattern 3", "key-name 4", "wrong-type 5");
    }

    @Test
    void tellsADoubleKeyAndAMergeConflict() throws IOException {
        write("images:\n  \"a:1\": " + ONE + "\n  \"a:1\": " + TWO + "\n");
        assertThat(problems()).extracting(Problem::code).containsExactly("duplicate-key");

        write("images:\n<<<<<<< HEAD\n  \"a:1\": " + ONE + "\n=======\n  \"a:1\": " + TWO + "\n>>>>>>> other\n");
        assertThat(problems()).isNotEmpty();
    }

    @Test
    void tellsMistakesOfTheLockBesideThoseOfValues() throws IOException {
        write("images: []\n");
        writeStage("{image: {tag: latest}}");

        assertThat(problems()).extracting(Problem::code).containsExactly("wrong-type", "latest-tag");
    }

    @Test
    void isNoEnvironment() throws IOException {
        write(locked(ONE));

        assertThat(loader().environments()).containsExactly("stage");
    }

    private static String locked(String digest) {
        StringBuilder text = new StringBuilder("images:\n");
        List.of("busybox:1.37.0", "kubectl:v1.33.4")
                .forEach(image -> text.append("  \"" + image + "\": " + digest + "\n"));
        List.of("cluster-operator:1.0.0", "rabbitmq:4.0.0", "shop/web:1.0.0", "topology-operator:1.0.0")
                .forEach(image -> text.append("  \"registry.example/" + image + "\": " + digest + "\n"));
        return text.toString();
    }

    private void write(String lock) throws IOException {
        Files.writeString(folder.resolve(ImageLock.FILE), lock);
    }

    private void writeStage(String web) throws IOException {
        Files.writeString(folder.resolve("stage.yaml"), "applications: {web: " + web + "}\n");
    }

    private PlatformLoader loader() {
        return new PlatformLoader(folder, SCHEMA, Path.of("templates"));
    }

    private Platform stage() {
        return loader().load("stage").platform();
    }

    private List<Problem> problems() {
        return catchThrowableOfType(ProblemsException.class, () -> loader().load("stage"))
                .problems();
    }
}
