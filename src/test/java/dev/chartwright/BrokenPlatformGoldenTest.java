package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code edits.yaml} is a valid platform broken in one place.
 *
 * <p>{@code platform} is {@code codedang} or {@code bookshop}, {@code environment} one of it. Each of {@code edits}
 * replaces the first occurrence of a text in a {@code file} below {@code values/} or {@code templates/}, or makes the
 * file where it has {@code text}.
 */
class BrokenPlatformGoldenTest {
    @TempDir
    private Path folder;

    static Stream<String> cases() throws IOException {
        return ProblemGoldens.cases("edits.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatIsExpected(String code) throws IOException {
        Path file = ProblemGoldens.CASES.resolve(code).resolve("edits.yaml");
        JsonNode edits = new YamlReader().read(file, file.toString()).root();
        copy(BuiltPlatform.TEMPLATES, folder.resolve("templates"));
        copy(
                edits.path("platform").asString().equals("codedang") ? BuiltPlatform.CODEDANG : BuiltPlatform.BOOKSHOP,
                folder.resolve("values"));
        for (JsonNode edit : edits.path("edits")) {
            apply(edit);
        }

        List<Problem> problems = problems(edits.path("environment").asString());

        ProblemGoldens.compare(code, ProblemGoldens.print(problems).replace(folder + "/", ""));
    }

    private List<Problem> problems(String environment) {
        Folders folders = new Folders(
                folder.resolve("values"),
                folder.resolve("templates"),
                BuiltPlatform.SCHEMA,
                folder.resolve("charts-out"));
        try {
            new Pipeline(folders, Instant.EPOCH).run(environment);
            return List.of();
        } catch (ProblemsException found) {
            return found.problems();
        }
    }

    private void apply(JsonNode edit) throws IOException {
        Path file = folder.resolve(edit.path("file").asString());
        if (edit.has("text")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, edit.path("text").asString());
            return;
        }
        String text = Files.readString(file);
        String before = edit.path("replace").asString();
        assertThat(text).contains(before);
        int at = text.indexOf(before);
        Files.writeString(
                file, text.substring(0, at) + edit.path("with").asString() + text.substring(at + before.length()));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
