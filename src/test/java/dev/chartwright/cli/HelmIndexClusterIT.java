package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Needs no cluster, but the Helm programs that the cluster tests bring: the embedded Helm writes no index. */
class HelmIndexClusterIT {
    @TempDir
    private Path folder;

    /** Its times are those of the moment. */
    @ParameterizedTest
    @ValueSource(strings = {"HELM3", "HELM4"})
    void isWhatHelmWritesButForItsTimes(String variable) throws IOException, InterruptedException {
        Optional<String> helm = Optional.ofNullable(System.getenv(variable));
        assumeTrue(helm.isPresent(), variable + " names no helm binary");
        HostileBookshop bookshop = new HostileBookshop(folder);
        bookshop.run("build");
        bookshop.run("index", "--url", "https://example.com/charts");
        Path index = bookshop.out().resolve("index.yaml");
        String ours = Files.readString(index);
        Files.delete(index);

        String out = bookshop.out().toString();
        Process process = new ProcessBuilder(
                        helm.orElseThrow(), "repo", "index", out, "--url", "https://example.com/charts")
                .inheritIO()
                .start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();

        assertThat(timeless(Files.readString(index))).isEqualTo(timeless(ours));
    }

    private static String timeless(String index) {
        return index.replaceAll("(created|generated): \".*\"", "$1: \"\"");
    }
}
