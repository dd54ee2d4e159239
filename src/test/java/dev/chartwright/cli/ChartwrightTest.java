package dev.chartwright.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ChartwrightTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"", "secrets", "crds"})
    void showsUsageWhenNoCommandIsNamed(String words) {
        CommandRun run = words.isEmpty() ? CommandRun.of() : CommandRun.of(words);
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("Usage: chartwright");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "buidl",
                "build --outt x",
                "secrets init",
                "build --values",
                "crds pull --mirror https://example.com",
                "crds pull --mirror file://host/folder"
            })
    void refusesAWrongCommandLine(String words) {
        CommandRun run = CommandRun.of(words.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--help", "build --help", "check -h", "secrets init --help", "crds pull --help", "index --help"})
    void helps(String words) {
        CommandRun run = CommandRun.of(words.split(" "));
        assertThat(run.code()).isEqualTo(ExitCode.DONE);
        assertThat(run.out()).startsWith("Usage: chartwright");
    }

    @Test
    void neverRepeatsAPasswordInAReference() {
        CommandRun run = CommandRun.of("verify", "oci://me:hunter2@ghcr.io/acme/shop:1.0.0");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("has no host before its first").doesNotContain("hunter2");
    }

    @Test
    void saysItsVersion() {
        assertThat(CommandRun.of("--version").out()).startsWith("chartwright ");
    }

    @Test
    void tellsProblemsOnStandardError() throws IOException {
        CommandRun run = CommandRun.of("build", "--values", values().toString(), "--out", out(), "gone");
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains("[unknown-environment]").endsWith("1 problem\nnothing was written\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void tellsProblemsOfAllEnvironmentsAndOfTemplatesAtOnceAndWritesNothing() throws IOException {
        Path values = values();
        change(values.resolve("base.yaml"), "chart:", "chart:\n    zz: 1");
        change(values.resolve("trial.yaml"), "environment:", "zz: 1\nenvironment:");
        Path templates = folder.resolve("templates/umbrella");
        Files.createDirectories(templates);
        Files.writeString(templates.resolve("values.yaml.mustache"), "a: \"<%nothing%>\"\n");
        for (String component : List.of("traefik", "rabbitmq", "redis", "minio", "postgres")) {
            Path file = Path.of(component, "component.yaml");
            Files.createDirectories(templates.resolveSibling(component));
            Files.copy(Path.of("templates").resolve(file), templates.getParent().resolve(file));
        }
        CommandRun run = CommandRun.of(
                "build",
                "--values",
                values.toString(),
                "--templates",
                templates.getParent().toString(),
                "--out",
                out());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err())
                .containsOnlyOnce("base.yaml:")
                .containsOnlyOnce("trial.yaml:")
                .containsOnlyOnce("values.yaml.mustache:")
                .endsWith("3 problems\nnothing was written\n");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void saysThatThereIsNoSchema() throws IOException {
        CommandRun run =
                CommandRun.of("check", "--schema", folder.resolve("none").toString());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains("none/", "[missing-schema]").doesNotContain("\tat ");
    }

    @Test
    void saysThatThereIsNoLock() {
        CommandRun run = CommandRun.of("crds", "pull", "--schema", folder.toString());
        assertThat(run.code()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(run.err()).contains("crds.lock.yaml", "[missing-schema]").doesNotContain("\tat ");
    }

    @Test
    void admitsABugWithItsTrace() {
        StringWriter err = new StringWriter();
        int code = new Failures(new PrintWriter(err)).tell(new IllegalStateException("odd"));
        assertThat(code).isEqualTo(ExitCode.BUG);
        assertThat(err.toString()).contains("This is a bug in chartwright", "odd", "\tat ", "Report it");
    }

    /** A copy of another team's values. */
    private Path values() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("values"));
        try (Stream<Path> files = Files.list(Path.of("src/test/fixtures/bookshop/values"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return copy;
    }

    private static void change(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replaceFirst(from, to));
    }

    private String out() {
        return folder.resolve("out").toString();
    }
}
