package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds that are asked to end while Helm renders: Ctrl-C, a cancelled job, a terminal that closes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EndedBuildIT {
    /** What an end may take, beyond what the machine takes to end a program that does nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** Much less than a render may take. */
    private static final int PATIENCE_SECONDS = 20;

    private static final Duration START = Duration.ofSeconds(3);

    private static final Path TEMPLATE = Path.of("applications", "templates", "configmap.yaml.mustache");

    @TempDir
    private Path folder;

    /** A program that waits; it tells when it does. */
    static final class Idle {
        private Idle() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void endsDuringARenderAndLeavesNothing(String signal, int code) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path out = folder.resolve("charts-out");
        Process idle = child(Idle.class, folder.resolve("idle"), List.of());
        Process build = build(endlessTemplates(), temporary, out);
        waitUntil(() -> isRendering(temporary) && hasComputed(build) && hasSpoken(folder.resolve("idle")));
        List<ProcessHandle> helm = build.descendants().toList();

        List<Duration> ends = ends(signal, List.of(idle, build));

        assertThat(ends.get(1)).isLessThan(ends.get(0).plus(LONGEST));
        assertThat(build.exitValue()).isEqualTo(code);
        assertThat(folder.resolve("said")).isEmptyFile();
        assertThat(out).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
        assertThat(helm).isNotEmpty();
        waitUntil(() -> helm.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** A stopped process hears no signal but the one that nobody can refuse. */
    @Test
    void takesAStoppedHelmWithIt() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process build = build(endlessTemplates(), temporary, folder.resolve("charts-out"));
        waitUntil(() -> isRendering(temporary) && hasComputed(build));
        List<ProcessHandle> helm = build.descendants().toList();
        for (ProcessHandle child : helm) {
            new ProcessBuilder("kill", "-STOP", Long.toString(child.pid()))
                    .start()
                    .waitFor();
        }

        ends("TERM", List.of(build));

        assertThat(helm).isNotEmpty();
        waitUntil(() -> helm.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** How long each takes to end after the same signal at the same moment. */
    private static List<Duration> ends(String signal, List<Process> processes) throws Exception {
        List<String> kill = new ArrayList<>(List.of("kill", "-" + signal));
        processes.forEach(process -> kill.add(Long.toString(process.pid())));
        List<CompletableFuture<Instant>> ends = processes.stream()
                .map(process -> process.onExit().thenApply(ended -> Instant.now()))
                .toList();
        Instant asked = Instant.now();
        new ProcessBuilder(kill).start().waitFor();
        List<Duration> durations = new ArrayList<>();
        for (CompletableFuture<Instant> end : ends) {
            durations.add(Duration.between(asked, end.get(PATIENCE_SECONDS, TimeUnit.SECONDS)));
        }
        return durations;
    }

    private Process build(Path templates, Path temporary, Path out) throws IOException {
        return child(
                Main.class,
                folder.resolve("said"),
                List.of("-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED"),
                "build",
                "live",
                "-q",
                "--values",
                BuiltPlatform.BOOKSHOP.toString(),
                "--templates",
                templates.toString(),
                "--out",
                out.toString());
    }

    /** A shell without job control starts what runs in the background with SIGINT ignored. */
    private static Process child(Class<?> main, Path said, List<String> options, String... arguments)
            throws IOException {
        ProcessBuilder builder = ChildJvm.builder(main, options, Map.of(), arguments);
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(builder.command());
        return builder.command(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    private Path endlessTemplates() throws IOException {
        Path copy = folder.resolve("templates");
        try (Stream<Path> files = Files.walk(Path.of("templates"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(Path.of("templates").relativize(file)));
            }
        }
        Path template = copy.resolve(TEMPLATE);
        Files.writeString(template, Files.readString(template) + "{{- range until 10000000 }}\n# x\n{{- end }}\n");
        return copy;
    }

    /** Both files of a render are there. */
    private static boolean isRendering(Path temporary) {
        try (Stream<Path> files = Files.walk(temporary)) {
            List<String> names =
                    files.map(file -> file.getFileName().toString()).toList();
            return names.contains("values.json") && names.stream().anyMatch(name -> name.endsWith(".tgz"));
        } catch (IOException changing) {
            return false;
        }
    }

    private static boolean hasSpoken(Path said) {
        return said.toFile().length() > 0;
    }

    /** More than Helm needs to start. */
    private static boolean hasComputed(Process build) {
        return build.descendants()
                .flatMap(helm -> helm.info().totalCpuDuration().stream())
                .anyMatch(computed -> computed.compareTo(START) > 0);
    }

    private static void waitUntil(BooleanSupplier holds) throws InterruptedException {
        for (int look = 0; look < 1800 && !holds.getAsBoolean(); look++) {
            Thread.sleep(100);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }
}
