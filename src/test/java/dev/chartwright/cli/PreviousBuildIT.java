package dev.chartwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import dev.chartwright.ChartFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds, and builds again beside what was built before. */
class PreviousBuildIT {
    @TempDir
    private Path folder;

    @BeforeEach
    void buildOnce() throws IOException {
        copy(Path.of("src/test/fixtures/bookshop/values"), folder.resolve("values"));
        assertThat(run("build", "live").code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void findsNothingInTheSameValues() {
        CommandRun same = compare("live");
        assertThat(same.code()).isEqualTo(ExitCode.DONE);
        assertThat(same.out())
                .contains("live: an upgrade from bookshop-live 2.4.0-rc.1 changes nothing that must stay\n")
                .doesNotContain("raise", "CRDs");
    }

    @Test
    void tellsWhatTheClusterWouldRefuseAndWritesNothing() throws IOException {
        byte[] before = Files.readAllBytes(packed());
        change("values/live.yaml", "size: 50Gi", "size: 40Gi");
        CommandRun smaller =
                run("build", "live", "--previous", folder.resolve("out/live").toString());
        assertThat(smaller.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(smaller.err())
                .contains("[immutable-field]", "changes from `50Gi` to `40Gi`")
                .endsWith("1 problem\nnothing was written\n");
        assertThat(packed()).hasBinaryContent(before);
    }

    @Test
    void saysThatTheVersionIsTheSame() throws IOException {
        change("values/live.yaml", "size: 50Gi", "size: 60Gi");
        CommandRun larger = run("build", "live", "--previous", packed().toString());
        assertThat(larger.code()).isEqualTo(ExitCode.DONE);
        assertThat(larger.out())
                .contains(
                        "live: the chart differs, but its version is still 2.4.0-rc.1; raise `environment.chart.version`");
    }

    @Test
    void saysWhichDefinitionsHelmLeavesAsTheyAre() throws IOException {
        copy(Path.of("templates"), folder.resolve("templates"));
        change(
                "templates/rabbitmq/crds/queues.rabbitmq.com.yaml.mustache",
                "categories: [rabbitmq]",
                "categories: [all]");
        CommandRun changed =
                compare("live", "--templates", folder.resolve("templates").toString());
        assertThat(changed.code()).isEqualTo(ExitCode.DONE);
        assertThat(changed.out())
                .contains("live: Helm does not upgrade CRDs, and these differ: queues.rabbitmq.com\n")
                .contains("helm show crds " + packed() + " | kubectl apply --server-side --force-conflicts -f -\n");
    }

    @Test
    void saysThatThereIsNothingToCompareWith() {
        CommandRun other = compare("trial");
        assertThat(other.code()).isEqualTo(ExitCode.DONE);
        assertThat(other.out()).contains("trial: no package of bookshop-trial in ");
    }

    @Test
    void keepsQuiet() {
        assertThat(compare("-q", "live", "trial")).isEqualTo(new CommandRun(ExitCode.DONE, "", ""));
    }

    /** Helm writes packages of its own: other order, other time, Chart.yaml written anew. */
    @Test
    void readsWhatHelmPacked() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        try (InputStream packed = Files.newInputStream(packed())) {
            for (Map.Entry<String, String> file : ChartFolders.unpack(packed).entrySet()) {
                Path path = unpacked.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Path byHelm = Files.createDirectory(folder.resolve("by-helm"));
        new Helm(unpacked.resolve("bookshop-live"))
                .packageIt()
                .withDestination(byHelm)
                .call();
        CommandRun same = run("check", "live", "--previous", byHelm.toString());
        assertThat(same.out()).contains("live: an upgrade from bookshop-live").doesNotContain("raise", "CRDs");
    }

    private Path packed() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("out/live"))) {
            return files.filter(file -> file.toString().endsWith(".tgz"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private CommandRun run(String command, String... more) {
        String[] fixed = {
            command,
            "--values",
            folder.resolve("values").toString(),
            "--out",
            folder.resolve("out").toString()
        };
        return CommandRun.of(Stream.concat(Stream.of(fixed), Stream.of(more)).toArray(String[]::new));
    }

    private CommandRun compare(String... more) {
        return run(
                "check",
                Stream.concat(Stream.of("--previous", folder.resolve("out").toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }
}
