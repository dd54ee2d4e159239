package dev.chartwright.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged program, as a user starts it. */
class RunnableJarIT {
    private static final Path JAR = Path.of(System.getProperty("chartwright.jar"));

    @TempDir
    private Path folder;

    @BeforeEach
    void makeTemporaryFolder() throws IOException {
        Files.createDirectories(temporary());
    }

    @Test
    void buildsTheSameTwice() throws IOException, InterruptedException {
        assertThat(run("build", "--out", folder.resolve("one").toString()).code())
                .isZero();
        assertThat(run("build", "--out", folder.resolve("two").toString()).code())
                .isZero();
        assertThat(checksums("one")).isNotEmpty().isEqualTo(checksums("two"));
    }

    /** This Java, and each newer one that Debian has put beside it: they warn of what they mean to forbid. */
    static Stream<Path> javas() throws IOException {
        Path here = Path.of(System.getProperty("java.home"));
        Path others = Path.of("/usr/lib/jvm");
        return Stream.concat(Stream.of(here), Files.isDirectory(others) ? newer(others).stream() : Stream.empty());
    }

    private static List<Path> newer(Path folder) throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.filter(home -> !Files.isSymbolicLink(home)
                            && feature(home) > Runtime.version().feature())
                    .sorted()
                    .toList();
        }
    }

    /** As the file `release` of a JDK says; 0 of what is none. */
    private static int feature(Path home) {
        try (Stream<String> lines = Files.lines(home.resolve("release"))) {
            return lines.filter(line -> line.startsWith("JAVA_VERSION="))
                    .map(line -> line.replaceAll("^[^0-9]*([0-9]+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException none) {
            return 0;
        }
    }

    @ParameterizedTest
    @MethodSource("javas")
    void saysOnlyProblemsWhenQuiet(Path java) throws IOException, InterruptedException {
        assertThat(run(java, "check", "-q", "local")).isEqualTo(new CommandRun(0, "", ""));
    }

    @Test
    void keepsTheLastGoodOutputWhenOneEnvironmentIsWrong() throws IOException, InterruptedException {
        String out = folder.resolve("one").toString();
        run("build", "local", "--out", out);
        List<String> before = checksums("one");
        Path values = folder.resolve("values");
        Files.createDirectories(values);
        for (String name : List.of("base.yaml", "local.yaml", "stage.yaml")) {
            Files.copy(Path.of("values", name), values.resolve(name));
        }
        Files.writeString(values.resolve("stage.yaml"), Files.readString(values.resolve("stage.yaml")) + "\nzz: 1\n");
        CommandRun failed = run("build", "--values", values.toString(), "--out", out);
        assertThat(failed.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(failed.err()).contains("stage.yaml:").contains("nothing was written");
        assertThat(checksums("one")).isEqualTo(before);
        assertThat(folder.resolve("one/stage")).doesNotExist();
    }

    @Test
    void leavesNothingInTheTemporaryFolder() throws IOException, InterruptedException {
        run("check", "local");
        try (Stream<Path> left = Files.list(temporary())) {
            assertThat(left.filter(path -> !path.getFileName().toString().startsWith("hsperfdata")))
                    .isEmpty();
        }
    }

    @Test
    void namesTheVersionOfItsManifest() throws IOException, InterruptedException {
        assertThat(run("--version").out()).matches("chartwright [0-9]+\\.[0-9]+\\.[0-9]+\\S*\n");
    }

    @Test
    void writesUtf8WhateverTheLocaleIs() throws IOException, InterruptedException {
        Path values = folder.resolve("values");
        Files.createDirectories(values);
        Files.writeString(values.resolve("base.yaml"), "\uD504\uB85C\uB355\uC158: 1\n");
        Files.writeString(values.resolve("one.yaml"), "\n");
        assertThat(run("check", "--values", values.toString()).err()).contains("`\uD504\uB85C\uB355\uC158`");
    }

    private List<String> checksums(String out) throws IOException {
        try (Stream<Path> files =
                Files.find(folder.resolve(out), 2, (path, attributes) -> path.endsWith("SHA256SUMS"))) {
            List<String> lines = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        }
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private CommandRun run(String... args) throws IOException, InterruptedException {
        return run(Path.of(System.getProperty("java.home")), args);
    }

    private CommandRun run(Path java, String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                java.resolve("bin").resolve("java").toString(),
                "-Djava.io.tmpdir=" + temporary(),
                "-Djna.tmpdir=" + temporary(),
                "-jar",
                JAR.toString()));
        command.addAll(List.of(args));
        Path out = folder.resolve("stdout");
        Path err = folder.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().put("LC_ALL", "C");
        int code = builder.start().waitFor();
        return new CommandRun(code, text(out), text(err));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
