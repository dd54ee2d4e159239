package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Builds that are asked to end while Helm renders: Ctrl-C, a cancelled job, a terminal that closes. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class EndedBuildIT {
    /** Much less than a render may take, and much more than an end takes on a busy machine. */
    private static final int LONGEST_SECONDS = 20;

    private static final Duration START = Duration.ofSeconds(3);

    private static final Path TEMPLATE = Path.of("applications", "templates", "configmap.yaml.mustache");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void endsDuringARenderAndLeavesNothing(String signal, int code) throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Path out = folder.resolve("charts-out");
        Process build = build(endlessTemplates(), temporary, out);
        waitUntil(() -> isRendering(temporary) && hasComputed(build));
        List<ProcessHandle> helm = build.descendants().toList();
        new ProcessBuilder("kill", "-" + signal, Long.toString(build.pid()))
                .start()
                .waitFor();

        assertThat(build.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(build.exitValue()).isEqualTo(code);
        assertThat(folder.resolve("said")).isEmptyFile();
        assertThat(out).doesNotExist();
        assertThat(temporary).isEmptyDirectory();
        assertThat(helm).isNotEmpty();
        waitUntil(() -> helm.stream().noneMatch(ProcessHandle::isAlive));
    }

    /** A shell without job control starts what runs in the background with SIGINT ignored. */
    private Process build(Path templates, Path temporary, Path out) throws IOException {
        ProcessBuilder builder = ChildJvm.builder(
                Main.class,
                List.of("-Djava.io.tmpdir=" + temporary, "--enable-native-access=ALL-UNNAMED"),
                Map.of(),
                "build",
                "live",
                "-q",
                "--values",
                BuiltPlatform.BOOKSHOP.toString(),
                "--templates",
                templates.toString(),
                "--out",
                out.toString());
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(builder.command());
        Path said = folder.resolve("said");
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
