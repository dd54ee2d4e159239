package dev.chartwright;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
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
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each folder of {@code src/test/golden/problems} that holds {@code command.yaml} is a command line that ends in a
 * problem.
 *
 * <p>A valid {@code platform}, {@code codedang}, {@code small} or else {@code bookshop}, is laid into a folder. {@code
 * edits} change its files, {@code before} lists commands that are done first, {@code later} edits what these made. With
 * {@code variables} the command runs in a process of its own; {@code input} is what it reads.
 *
 * <p>{@code {folder}} is that folder, {@code {host}} a registry; {@link CommandHosts} has more of them. Hosts and digests
 * are told by words. What stands in {@link ScriptedGate} answers in place of {@code {host}}, which then speaks plain
 * http: it waits for ever for the end of a word of TLS.
 */
class CommandGoldenIT {
    @TempDir
    private static Path storage;

    private static CommandHosts hosts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws IOException {
        hosts = CommandHosts.start(storage);
    }

    @AfterAll
    static void stop() throws IOException {
        hosts.close();
    }

    static Stream<String> cases() throws IOException {
        return ProblemGoldens.cases("command.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    @Timeout(60)
    void printsWhatIsExpected(String code) throws IOException, InterruptedException {
        Path file = ProblemGoldens.CASES.resolve(code).resolve("command.yaml");
        String text = Files.readString(file);
        JsonNode unfilled = new YamlReader().read(text, file.toString()).root();
        if (ScriptedGate.isIn(unfilled)) {
            hosts.guard(new ScriptedGate(unfilled, this::filled, CommandGoldenIT::succeed));
        }
        JsonNode script = new YamlReader().read(filled(text), file.toString()).root();
        prepare(script);

        String said = run(script);

        assertThat(said).doesNotStartWith("0\n").doesNotStartWith("4\n");
        ProblemGoldens.compare(code, told(said.substring(2)));
    }

    @AfterEach
    void unguard() {
        hosts.unguard();
    }

    private String filled(String text) {
        return hosts.fill(text.replace("{folder}", folder.toString()));
    }

    private void prepare(JsonNode script) throws IOException {
        PlatformEdits edits = new PlatformEdits(folder);
        edits.lay(script.path("platform").asString("bookshop"));
        edits.laySchema();
        edits.apply(script.path("edits"));
        script.path("before").forEach(before -> succeed(words(before)));
        edits.apply(script.path("later"));
    }

    /** What differs from one run to the next, in words. */
    private String told(String said) {
        return hosts.told(said.replace(folder + "/", ""))
                .replaceAll("sha256([:-])[0-9a-f]{64}", "sha256$1…")
                .replaceAll("the key `[0-9A-F]{16}`", "the key `…`");
    }

    private static List<String> words(JsonNode command) {
        return command.valueStream().map(JsonNode::asString).toList();
    }

    private String run(JsonNode script) throws IOException, InterruptedException {
        List<String> words = words(script.path("command"));
        return script.has("variables")
                ? outside(words, script.path("variables"))
                : inside(words, script.path("input").asString(""));
    }

    private String outside(List<String> words, JsonNode variables) throws IOException, InterruptedException {
        Map<String, String> values = new TreeMap<>();
        variables
                .properties()
                .forEach(entry -> values.put(entry.getKey(), entry.getValue().asString()));
        Process process = ChildJvm.builder(
                        Main.class, List.of("-Dfile.encoding=UTF-8"), values, words.toArray(String[]::new))
                .redirectError(folder.resolve("err").toFile())
                .start();
        process.getInputStream().readAllBytes();
        int code = process.waitFor();
        return code + "\n" + Files.readString(folder.resolve("err"), StandardCharsets.UTF_8);
    }

    private static void succeed(List<String> words) {
        assertThat(inside(words)).startsWith("0\n");
    }

    private static String inside(List<String> words, String input) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try {
            return inside(words);
        } finally {
            System.setIn(before);
        }
    }

    /** Exit code and what stands on standard error. */
    private static String inside(List<String> words) {
        StringWriter err = new StringWriter();
        int code = Chartwright.run(
                new PrintWriter(new StringWriter()), new PrintWriter(err, true), words.toArray(String[]::new));
        return code + "\n" + err;
    }
}
