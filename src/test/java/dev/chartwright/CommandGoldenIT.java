package dev.chartwright;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.cli.Chartwright;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code command.yaml} is a command line that ends in a
 * problem.
 *
 * <p>A valid {@code platform}, {@code codedang} or else {@code bookshop}, is laid into a folder. {@code edits} change its
 * files, {@code before} lists commands that are done first, {@code later} edits what these made. {@code {host}} is a
 * registry. With {@code variables} the command runs in a process of its own. Hosts and digests are told by words.
 */
class CommandGoldenIT {
    @TempDir
    private static Path storage;

    private static DockerRegistry registry;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        registry = DockerRegistry.start(DockerRegistry.Mode.OPEN, storage);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    static Stream<String> cases() throws IOException {
        return ProblemGoldens.cases("command.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void printsWhatIsExpected(String code) throws IOException, InterruptedException {
        Path file = ProblemGoldens.CASES.resolve(code).resolve("command.yaml");
        JsonNode script = new YamlReader().read(file, file.toString()).root();
        PlatformEdits edits = new PlatformEdits(folder);
        edits.lay(script.path("platform").asString("bookshop"));
        edits.laySchema();

        edits.apply(script.path("edits"));
        for (JsonNode before : script.path("before")) {
            assertThat(inside(words(before))).startsWith("0\n");
        }
        edits.apply(script.path("later"));
        String said = run(words(script.path("command")), variables(script));

        assertThat(said).doesNotStartWith("0\n").doesNotStartWith("4\n");
        ProblemGoldens.compare(code, told(said.substring(2)));
    }

    /** What differs from one run to the next, in words. */
    private String told(String said) {
        return said.replace(folder + "/", "")
                .replace(registry.host(), "registry.example")
                .replaceAll("sha256([:-])[0-9a-f]{64}", "sha256$1…");
    }

    private List<String> words(JsonNode command) {
        return command.valueStream()
                .map(word -> word.asString().replace("{host}", registry.host()).replace("{folder}", folder.toString()))
                .toList();
    }

    private Map<String, String> variables(JsonNode script) {
        Map<String, String> variables = new TreeMap<>();
        script.path("variables")
                .properties()
                .forEach(entry -> variables.put(
                        entry.getKey(), entry.getValue().asString().replace("{folder}", folder.toString())));
        return variables;
    }

    private String run(List<String> words, Map<String, String> variables) throws IOException, InterruptedException {
        if (variables.isEmpty()) {
            return inside(words);
        }
        Process process = ChildJvm.builder(
                        Main.class, List.of("-Dfile.encoding=UTF-8"), variables, words.toArray(String[]::new))
                .redirectError(folder.resolve("err").toFile())
                .start();
        process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return code + "\n" + Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    /** Exit code and what stands on standard error. */
    private static String inside(List<String> words) {
        StringWriter err = new StringWriter();
        int code = Chartwright.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), words.toArray(String[]::new));
        return code + "\n" + err;
    }
}
