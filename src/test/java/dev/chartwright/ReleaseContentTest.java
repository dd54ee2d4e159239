package dev.chartwright;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.bom.CycloneDxSchema;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The list of charts and images that a build writes names what the build wrote, all of it. */
class ReleaseContentTest {
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05Z");

    @EveryEnvironment
    void namesEveryChartAndImageOfTheBuild(Path values, String environment) {
        Map<String, byte[]> files = build(values, environment);
        String name = files.keySet().stream()
                .filter(path -> path.endsWith(".cdx.json"))
                .findFirst()
                .orElseThrow();
        JsonNode bom = JsonMapper.shared().readTree(text(files, name));

        assertThat(CycloneDxSchema.errors(text(files, name))).isEmpty();
        assertThat(files).containsKey(name.replace(".cdx.json", ".tgz"));
        assertThat(text(files, "SHA256SUMS"))
                .contains(Digest.of(files.get(name)).hex() + "  " + name + "\n");
        assertThat(images(bom)).isEqualTo(text(files, "images.txt").lines().toList());
        assertThat(packages(bom)).containsExactlyInAnyOrderElementsOf(packages(files));
        assertGraph(bom);
    }

    private static void assertGraph(JsonNode bom) {
        List<String> known =
                all(bom).map(part -> part.path("bom-ref").asString()).toList();
        List<String> reached = new ArrayList<>();
        reached.add(bom.at("/metadata/component/bom-ref").asString());
        for (JsonNode entry : bom.path("dependencies")) {
            entry.path("dependsOn").forEach(target -> reached.add(target.asString()));
        }
        assertThat(known).doesNotHaveDuplicates();
        assertThat(reached.stream().distinct()).containsExactlyInAnyOrderElementsOf(known);
    }

    private static Map<String, byte[]> build(Path values, String environment) {
        Folders folders = new Folders(values, BuiltPlatform.TEMPLATES, BuiltPlatform.SCHEMA, Path.of("none"));
        return new Pipeline(folders, TIME)
                .run(environment).packed().files().stream()
                        .collect(Collectors.toMap(OutputFile::path, OutputFile::content));
    }

    /** As {@code images.txt} writes them. */
    private static List<String> images(JsonNode bom) {
        return all(bom).filter(part -> part.path("type").asString().equals("container"))
                .map(image -> image.path("name").asString() + ":"
                        + image.path("version").asString()
                        + image.path("hashes")
                                .valueStream()
                                .map(hash -> "@sha256:" + hash.path("content").asString())
                                .collect(Collectors.joining()))
                .toList();
    }

    /** Digest and file name, as in the checksums. */
    private static List<String> packages(JsonNode bom) {
        return all(bom).filter(part -> part.path("type").asString().equals("application"))
                .map(chart -> chart.at("/hashes/0/content").asString() + " "
                        + chart.path("name").asString() + "-"
                        + chart.path("version").asString() + ".tgz")
                .toList();
    }

    private static List<String> packages(Map<String, byte[]> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".tgz"))
                .map(file ->
                        Digest.of(file.getValue()).hex() + " " + file.getKey().replace("subcharts/", ""))
                .toList();
    }

    private static Stream<JsonNode> all(JsonNode bom) {
        return Stream.concat(
                Stream.of(bom.at("/metadata/component")), bom.path("components").valueStream());
    }

    private static String text(Map<String, byte[]> files, String path) {
        return new String(files.get(path), UTF_8);
    }
}
