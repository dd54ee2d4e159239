package dev.chartwright.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import dev.chartwright.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds in JVMs of their own, killed at random moments; slow, because each is started anew. */
class KilledBuildIT {
    private static final int TERMINATED = 143;

    @TempDir
    private Path out;

    @ParameterizedTest
    @ValueSource(strings = {"renameat2", "renames"})
    void leavesOneOfTheTwoContentsComplete(String exchange) throws Exception {
        Random random = new Random(20);
        for (int kill = 0; kill < 8; kill++) {
            Process child = ChildJvm.start(SwapLoop.class, List.of(), Map.of(), out.toString(), exchange, "1000000");
            child.inputReader().readLine();
            Thread.sleep(random.nextInt(60));
            child.destroyForcibly().waitFor();
            if (exchange.equals("renames")) {
                new OutputFolder(out).finishInterrupted();
            }
            assertComplete();
        }
        new OutputFolder(out).finishInterrupted();
        assertThat(names()).containsExactlyInAnyOrder(WorkFolder.NAME, "stage");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void leavesNoHalfWorkWhenItIsAskedToEnd() throws Exception {
        Random random = new Random(21);
        for (int end = 0; end < 12; end++) {
            Process child = ChildJvm.start(SwapLoop.class, List.of(), Map.of(), out.toString(), "renames", "1000000");
            child.inputReader().readLine();
            Thread.sleep(random.nextInt(60));
            child.destroy();
            assertThat(child.waitFor()).isEqualTo(TERMINATED);
            assertThat(names()).containsExactlyInAnyOrder(WorkFolder.NAME, "stage");
            assertThat(out.resolve(WorkFolder.NAME)).isDirectoryNotContaining("glob:**stage*");
            assertComplete();
        }
    }

    @Test
    void doesNotMixWithAnotherBuild() throws Exception {
        Process one = ChildJvm.start(SwapLoop.class, List.of(), Map.of(), out.toString(), "renames", "30");
        Process other = ChildJvm.start(SwapLoop.class, List.of(), Map.of(), out.toString(), "renameat2", "30");
        one.inputReader().lines().forEach(line -> {});
        other.inputReader().lines().forEach(line -> {});
        assertThat(one.waitFor() + other.waitFor()).isZero();
        assertComplete();
    }

    private void assertComplete() throws IOException {
        FileTree tree = new FileTree(out.resolve("stage"));
        assertThat(tree.holds(SwapLoop.content(0)) || tree.holds(SwapLoop.content(1)))
                .isTrue();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(out)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
