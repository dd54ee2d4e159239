package dev.chartwright;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.chart.Digest;
import dev.chartwright.cli.Chartwright;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Image;
import dev.chartwright.model.ImageList;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Breaks one file of the schema folder in one place at random, each file in each way: what is a mistake is told as one, in
 * the file and near the broken place, and never as a bug. {@code -Dseed=} repeats a run, {@code -Deach=} sets how often
 * each way is tried with each file, {@code -Donly=} picks ways by their names.
 */
class BrokenSchemasIT {
    private static final int EACH = Integer.getInteger("each", 2);
    private static final long SEED = Long.getLong("seed", 20_260_102L);
    private static final String ONLY = System.getProperty("only", "");
    private static final int REFERENCE_LINES = 4;
    private static final String LAMPS = "---\napiVersion: v1\nmetadata:\n  name: lamps.example.com\n";

    private final Map<String, Integer> codes = new TreeMap<>();
    private final List<String> missed = new ArrayList<>();

    @TempDir
    private Path folder;

    /** What a run of `check` ended with, and told. */
    private record Run(int code, List<JsonNode> problems, String err) {}

    @BeforeEach
    void layAPlatformThatReadsEverySchema() throws IOException {
        PlatformEdits edits = new PlatformEdits(folder);
        edits.lay("small");
        edits.laySchema();
        lockCrds();
        lockImages();
        Run clean = check();
        assertThat(clean.code()).as(clean.problems() + clean.err()).isZero();
    }

    private void lockCrds() throws IOException {
        Files.createDirectories(folder.resolve("schema/crds"));
        Files.writeString(folder.resolve("schema/crds/lamps.example.com.yaml"), LAMPS);
        String digest = Digest.of(LAMPS.getBytes(StandardCharsets.UTF_8)).hex();
        Files.writeString(folder.resolve("schema/crds.lock.yaml"), """
                        {"crds": {"lamps.example.com": {"part": "redis", "version": "1.0.0", "licence": "MIT",
                          "url": "https://example.com/lamps.yaml", "mirror": "house-1.0.0/lamps.yaml", "sha256": "%s"}}}
                        """.formatted(digest));
    }

    private void lockImages() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (Image image : ImageList.of(
                new PlatformLoader(folder.resolve("values"), folder.resolve("schema"), Path.of("templates"))
                        .load("stage")
                        .platform())) {
            digests.put(image.tagged(), "sha256:" + "1".repeat(64));
        }
        Files.writeString(
                folder.resolve("values/images.lock"),
                JsonMapper.shared().writeValueAsString(Map.of("images", digests)));
    }

    @Test
    void tellsEveryMistakeAtItsPlace() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder.resolve("schema"))) {
            files = listed.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(files).hasSize(7);
        int run = 0;
        for (SchemaBreakage kind : SchemaBreakage.values()) {
            for (int i = 0; i < files.size() * EACH && kind.toString().contains(ONLY); i++) {
                breakOnce(kind, files.get(i % files.size()), new Random(SEED + run++));
            }
        }
        System.out.println(run + " broken schemas, by exit code and problem: " + codes);
        assertThat(missed).isEmpty();
        assertThat(run).isGreaterThan(ONLY.isEmpty() ? 250 : 0);
    }

    private void breakOnce(SchemaBreakage kind, Path file, Random random) throws IOException {
        String before = Files.readString(file);
        List<String> fitting = SchemaBreakage.pointers(SchemaBreakage.parse(before)).stream()
                .filter(kind::fits)
                .toList();
        if (fitting.isEmpty()) {
            return;
        }
        String pointer = fitting.get(random.nextInt(fitting.size()));
        String after = kind.apply(SchemaBreakage.parse(before), pointer, random);
        write(kind, file, after);
        judge(kind + " of " + file.getFileName() + " at " + pointer, kind, file, pointer, after);
        Files.writeString(file, before);
    }

    private static void write(SchemaBreakage kind, Path file, String text) throws IOException {
        Files.delete(file);
        if (kind != SchemaBreakage.NO_FILE) {
            byte[] bytes = text.replace('\uE000', '\u00FF').getBytes(StandardCharsets.ISO_8859_1);
            Files.write(file, kind == SchemaBreakage.WRONG_BYTE ? bytes : text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void judge(String name, SchemaBreakage kind, Path file, String pointer, String text) {
        Run run = check();
        boolean mayPass = !kind.isAlwaysTold(file.getFileName().toString());
        boolean told = run.code() == 1
                && run.problems().stream().allMatch(problem -> isNear(problem, kind, file, pointer, text));
        if (!told && !(mayPass && run.code() == 0)) {
            missed.add(name + ": " + run.code() + " " + run.problems() + "\n"
                    + run.err().lines().limit(12).toList());
        }
        run.problems().forEach(problem -> codes.merge(problem.path("code").asString(), 1, Integer::sum));
        codes.merge(String.valueOf(run.code()), 1, Integer::sum);
    }

    /** In what the node stands in, or at who names it; or at a value, where a stricter rule is broken. */
    private static boolean isNear(JsonNode problem, SchemaBreakage kind, Path file, String pointer, String text) {
        String name = pointer.substring(pointer.lastIndexOf('/') + 1);
        if (!problem.path("file").asString().equals(file.toString())) {
            String rule = file.getFileName().toString().replace("values.types.json", "values.schema.json");
            return problem.path("why").asString().contains(rule)
                    || problem.toString().contains("`" + name + "`");
        }
        int line = problem.path("line").asInt(0);
        if (kind.isOfText() || line == 0) {
            return kind.isOfText() || pointer.lastIndexOf('/') == 0;
        }
        return text.lines().toList().get(line - 1).contains(name)
                || inParent(line, pointer, text)
                || usesDefinition(line, pointer, text);
    }

    /** What is missing in a definition may be told at a value that is of it; its `$ref` stands below its key. */
    private static boolean usesDefinition(int line, String pointer, String text) {
        String[] keys = pointer.split("/");
        return keys.length > 2
                && keys[1].equals("definitions")
                && text.lines()
                        .skip(line - 1)
                        .limit(REFERENCE_LINES)
                        .anyMatch(one -> one.contains("\"#/definitions/" + keys[2] + "\""));
    }

    private static boolean inParent(int line, String pointer, String text) {
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return new YamlReader()
                .read(text, "text").origins().values().entrySet().stream()
                        .filter(value -> value.getKey().startsWith(parent))
                        .anyMatch(value -> value.getValue().line() == line);
    }

    private Run check() {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Chartwright.run(
                new PrintWriter(out),
                new PrintWriter(err, true),
                "check",
                "--format",
                "json",
                "--values",
                folder.resolve("values").toString(),
                "--templates",
                folder.resolve("templates").toString(),
                "--schema",
                folder.resolve("schema").toString());
        List<JsonNode> problems = out.toString().isEmpty()
                ? List.of()
                : JsonMapper.shared().readTree(out.toString()).valueStream().toList();
        return new Run(code, problems, err.toString());
    }
}
