package dev.chartwright.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.ChartFolders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The files that projects publish, from a mirror of them to the packages that ship them. */
class CrdsPullIT {
    private static final int DEFINITIONS = 30;
    /** What Argo CD reads; alone, where the file had no annotations. */
    private static final String WAVE =
            "(?m)(?:^  annotations:\n(?=.*\n  (?! )))?^ {4}argocd.argoproj.io/sync-wave: \"-1\"\n";

    private static final String QUEUES = "crds/queues.rabbitmq.com.yaml";
    private final String mirror = System.getProperty("upstream.crds", "");

    @TempDir
    private Path folder;

    @BeforeEach
    void isGivenAMirror() {
        assumeTrue(!mirror.isEmpty(), "give the folder of the full definitions with -Dupstream.crds=FOLDER");
    }

    @Test
    void pullsEveryFileOnce() throws IOException {
        Path schema = schema("schema");
        CommandRun first = pull(schema, mirror);
        CommandRun again = pull(schema, Path.of(mirror).toUri().toString());

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.DONE);
        assertThat(first.out().lines()).hasSize(DEFINITIONS).allMatch(line -> line.contains(" written, "));
        assertThat(again.code()).isEqualTo(ExitCode.DONE);
        assertThat(again.out().lines())
                .hasSize(DEFINITIONS)
                .allMatch(line -> line.contains(" is the same as before, "));
    }

    @Test
    void refusesAChangedByte() throws IOException {
        Path copy = folder.resolve("mirror");
        copy(Path.of(mirror), copy);
        Path changed = copy.resolve("rabbitmq-messaging-topology-operator-1.18.3/rabbitmq.com_queues.yaml");
        Files.writeString(changed, Files.readString(changed).replaceFirst("Queue", "queue"));
        Path schema = schema("schema");
        CommandRun run = pull(schema, copy.toString());

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err())
                .contains("rabbitmq.com_queues.yaml has digest `sha256:", "[wrong-digest]")
                .endsWith("1 problem\nnothing of what is named here was written\n");
        assertThat(schema.resolve(QUEUES)).doesNotExist();
        assertThat(run.out().lines()).hasSize(DEFINITIONS - 1);
    }

    @Test
    void stopsABuildThatWouldShipAChangedByte() throws IOException {
        Path schema = schema("schema");
        pull(schema, mirror);
        Files.writeString(schema.resolve(QUEUES), Files.readString(schema.resolve(QUEUES)) + "\n");
        CommandRun run = build(schema, "values", "out");

        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains(QUEUES + ": error: the file has digest `sha256:", "1 problem\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"values", "src/test/fixtures/bookshop/values"})
    void buildsChartsThatShipThemTheSameFromAnyFolder(String values) throws IOException {
        Path one = schema("one");
        Path two = schema("an other/two");
        pull(one, mirror);
        pull(two, mirror);
        CommandRun run = build(one, values, "out");

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.DONE);
        assertThat(build(two, values, "again").code()).isEqualTo(ExitCode.DONE);
        Map<String, String> packages = contents("out");
        assertThat(packages).isNotEmpty().isEqualTo(contents("again"));
        assertThat(shipped("out", one)).isGreaterThan(DEFINITIONS);
    }

    /** How many definitions the umbrellas hold, each of which must be the fetched one. */
    private int shipped(String out, Path schema) throws IOException {
        int shipped = 0;
        for (Path umbrella : files(folder.resolve(out), ".tgz")) {
            for (Map.Entry<String, String> file :
                    ChartFolders.unpack(Files.newInputStream(umbrella)).entrySet()) {
                if (file.getKey().contains("/crds/")) {
                    Path fetched = schema.resolve("crds")
                            .resolve(Path.of(file.getKey()).getFileName());
                    assertThat(file.getValue().replaceFirst(WAVE, "")).isEqualTo(Files.readString(fetched));
                    shipped++;
                }
            }
        }
        return shipped;
    }

    private Map<String, String> contents(String out) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        for (Path file : files(folder.resolve(out), "SUMS")) {
            contents.put(folder.resolve(out).relativize(file).toString(), Files.readString(file));
        }
        return contents;
    }

    private static List<Path> files(Path root, String end) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    private static CommandRun pull(Path schema, String mirror) {
        return CommandRun.of("crds", "pull", "--schema", schema.toString(), "--mirror", mirror);
    }

    private CommandRun build(Path schema, String values, String out) {
        String target = folder.resolve(out).toString();
        return CommandRun.of("build", "-q", "--schema", schema.toString(), "--values", values, "--out", target);
    }

    /** A copy of the schema folder without what somebody fetched into it. */
    private Path schema(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(Path.of("schema"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from, ".yaml")) {
            Path target = to.resolve(from.relativize(file));
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }
}
