package dev.chartwright.index;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RepositoryIndexTest {
    private static final Instant EARLY = Instant.parse("2020-01-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-01-02T03:04:05Z");

    private final TreeMap<String, List<OutputFile>> environments = new TreeMap<>();

    @Test
    void listsPackagesNewestVersionFirst() {
        OutputFile old = packed("shop", "1.9.0", LATE);
        OutputFile next = packed("shop", "1.10.0-rc.1+b", EARLY);
        OutputFile other = packed("shop-stage", "1.9.0", EARLY);
        environments.put("stage", List.of(other, OutputFile.of("images.txt", "x\n")));
        environments.put("old", List.of(old, new OutputFile("subcharts/a-1.0.0.tgz", old.content())));
        environments.put("next", List.of(next));

        assertThat(index("https://example.com/charts/")).isEqualTo("""
                apiVersion: v1
                entries:
                  shop:
                  - apiVersion: v2
                    created: "2020-01-01T00:00:00Z"
                    digest: %s
                    name: shop
                    urls:
                    - https://example.com/charts/next/shop-1.10.0-rc.1+b.tgz
                    version: 1.10.0-rc.1+b
                  - apiVersion: v2
                    created: "2026-01-02T03:04:05Z"
                    digest: %s
                    name: shop
                    urls:
                    - https://example.com/charts/old/shop-1.9.0.tgz
                    version: 1.9.0
                  shop-stage:
                  - apiVersion: v2
                    created: "2020-01-01T00:00:00Z"
                    digest: %s
                    name: shop-stage
                    urls:
                    - https://example.com/charts/stage/shop-stage-1.9.0.tgz
                    version: 1.9.0
                generated: "2026-01-02T03:04:05Z"
                """.formatted(hex(next), hex(old), hex(other)));
    }

    @Test
    void repeatsWhatHelmKnowsOfAChart() {
        OutputFile all = packed("all", "1.0.0", EARLY, """
                annotations:
                  example.com/note: "on"
                  "1": "true"
                appVersion: "1.10"
                dependencies:
                - condition: part.enabled
                  name: part
                  repository: ""
                  tags:
                  - front
                  version: 1.0.0
                deprecated: true
                description: "two\\nlines: # \\u202eand \\u0007more"
                icon: null
                keywords:
                - "yes"
                - null
                maintainers:
                - email: ada@example.com
                  name: Ada
                surprise: 1
                """);
        environments.put("a", List.of(all));

        assertThat(index("")).isEqualTo("""
                apiVersion: v1
                entries:
                  all:
                  - annotations:
                      "1": "true"
                      example.com/note: "on"
                    apiVersion: v2
                    appVersion: "1.10"
                    created: "2020-01-01T00:00:00Z"
                    dependencies:
                    - condition: part.enabled
                      name: part
                      repository: ""
                      tags:
                      - front
                      version: 1.0.0
                    deprecated: true
                    description: 'two lines: # and more'
                    digest: %s
                    keywords:
                    - "yes"
                    maintainers:
                    - email: ada@example.com
                      name: Ada
                    name: all
                    urls:
                    - a/all-1.0.0.tgz
                    version: 1.0.0
                generated: "2020-01-01T00:00:00Z"
                """.formatted(hex(all)));
    }

    @Test
    void escapesWhatAUrlCannotHold() {
        environments.put("my env: \u00e4%", List.of(packed("a", "1.0.0+1", EARLY)));

        assertThat(index("")).contains("- my%20env%3A%20%C3%A4%25/a-1.0.0+1.tgz\n");
    }

    @Test
    void refusesOneVersionTwice() {
        environments.put("a", List.of(packed("shop", "1.0.0", EARLY)));
        environments.put("b", List.of(packed("shop", "1.0.0", LATE)));

        assertThat(problem())
                .isEqualTo(new Problem(
                        problem().location(),
                        "duplicate-package",
                        "the version 1.0.0 of the chart `shop` stands in `a/shop-1.0.0.tgz` too",
                        "an index names each version of a chart once",
                        "remove the folder of the environment that is not built any more"));
        assertThat(problem().location().file()).isEqualTo("out/b/shop-1.0.0.tgz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-1.0.0.tgz", "shop-1.0.1.tgz", "shop.tgz", "op-1.0.0.tgz"})
    void refusesANameThatIsNotThatOfTheChart(String name) {
        environments.put(
                "a", List.of(new OutputFile(name, packed("shop", "1.0.0", EARLY).content())));

        assertThat(problem().code()).isEqualTo("unreadable-archive");
        assertThat(problem().what())
                .isEqualTo("the file is not the package that its name says: it holds version `1.0.0` of the chart"
                        + " `shop`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "latest", "v1.0.0"})
    void refusesVersionsThatHelmCannotOrder(String version) {
        environments.put("a", List.of(packed("shop", version, EARLY)));

        assertThat(problem().what()).endsWith("`" + version + "` is no version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null\n", "[]\n", "1\n", "name: [shop]\nversion: null\n", "name: {}\n"})
    void refusesADescriptionThatIsNone(String text) {
        environments.put("a", List.of(packed(new ChartFile("Chart.yaml", text))));

        assertThat(problem().code()).isEqualTo("unreadable-archive");
    }

    @Test
    void refusesWhatIsNoPackage() throws IOException {
        environments.put("a", List.of(OutputFile.of("shop-1.0.0.tgz", "<html>")));
        assertThat(problem().code()).isEqualTo("unreadable-archive");

        environments.put("a", List.of(packed(new ChartFile("README.md", ""))));
        assertThat(problem().what()).endsWith("it holds no `Chart.yaml`");

        environments.put("a", List.of(packed(new ChartFile("../Chart.yaml", ""))));
        assertThat(problem().code()).isEqualTo("hostile-archive");

        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(new byte[101 * 1024 * 1024]);
        }
        environments.put("a", List.of(new OutputFile("shop-1.0.0.tgz", bomb.toByteArray())));
        assertThat(problem().code()).isIn("hostile-archive", "unreadable-archive");
    }

    private String index(String base) {
        OutputFile index = new RepositoryIndex("out", base).of(environments);
        assertThat(index.path()).isEqualTo("index.yaml");
        return new String(index.content(), UTF_8);
    }

    private Problem problem() {
        ProblemsException refused = catchThrowableOfType(ProblemsException.class, () -> index(""));
        assertThat(refused.problems()).hasSize(1);
        return refused.problems().get(0);
    }

    private static OutputFile packed(String name, String version, Instant time) {
        return packed(name, version, time, "");
    }

    private static OutputFile packed(String name, String version, Instant time, String more) {
        String description = "apiVersion: v2\nname: " + name + "\nversion: " + version + "\n" + more;
        Chart chart = new Chart(name, version, List.of(new ChartFile("Chart.yaml", description)), List.of());
        ChartArchive archive = new ChartArchiver(time).archive(chart);
        return new OutputFile(archive.fileName(), archive.content());
    }

    private static OutputFile packed(ChartFile file) {
        Chart chart = new Chart("shop", "1.0.0", List.of(file), List.of());
        return new OutputFile(
                "shop-1.0.0.tgz", new ChartArchiver(EARLY).archive(chart).content());
    }

    private static String hex(OutputFile file) {
        return Digest.of(file.content()).hex();
    }
}
