package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmException;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import dev.chartwright.render.TemplateRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What an operator can turn in an application's chart, through Helm itself. */
class ApplicationKnobsTest {
    private static final Path SCHEMA = Path.of("schema");
    private static final HelmEngine HELM = new HelmEngine("1.33.0");

    @TempDir
    static Path folder;

    private static Path chart;

    @BeforeAll
    static void assembleStage() {
        Platform platform = new PlatformLoader(Path.of("values"), SCHEMA, Path.of("templates"))
                .load("stage")
                .platform();
        Chart stage = new ChartAssembler(SCHEMA)
                .assemble(platform, new TemplateRenderer(Path.of("templates")).render(platform));
        chart = ChartFolders.write(stage, folder).resolve("charts");
    }

    @Test
    void aBudgetNeedsMoreThanOnePod() throws Exception {
        assertThat(render("plag", "replicas: 2")).contains("kind: PodDisruptionBudget");
        assertThat(render("plag", "replicas: 1")).doesNotContain("kind: PodDisruptionBudget");
    }

    @Test
    void aVariableOfASecretStandsOnceWhateverTheOperatorAdds() throws Exception {
        String rendered = render("plag", "env: {DATABASE_URL: taken, LOG_LEVEL: debug}");

        assertThat(rendered).containsOnlyOnce("name: \"DATABASE_URL\"").doesNotContain("taken");
        assertThat(rendered).contains("name: \"LOG_LEVEL\"\n              value: \"debug\"");
    }

    @Test
    void podsRestartWhenConfigurationChanges() throws Exception {
        assertThat(checksum(render("plag", "config: {APP_ENV: other}"))).isNotEqualTo(checksum(render("plag", "{}")));
        assertThat(checksum(render("plag", "replicas: 5"))).isEqualTo(checksum(render("plag", "{}")));
    }

    @Test
    void anImageIsPinnedByItsDigest() throws Exception {
        String digest = "sha256:" + "0".repeat(64);

        assertThat(render("plag", "image: {tag: \"7\", digest: \"" + digest + "\"}"))
                .contains("image: \"ghcr.io/skkuding/codedang-plag:7@" + digest + "\"");
    }

    @Test
    void everythingMovesToAnotherNamespace() throws Exception {
        assertThat(render("plag", "namespace: elsewhere"))
                .contains("namespace: \"elsewhere\"")
                .doesNotContain("namespace: \"plag\"");
    }

    @Test
    void aMissingSecretEndsTheInstallWithTheCommandThatMakesIt() {
        assertThatThrownBy(() -> render("frontend", "{}"))
                .isInstanceOf(HelmException.class)
                .hasMessageMatching("(?s).*secret frontend/\\S+ has no value for \\S+: run `java -jar"
                        + " target/chartwright.jar secrets init stage` and install with -f .secrets/stage.yaml.*");
    }

    private static String render(String application, String values) throws IOException, HelmException {
        Path file = Files.writeString(Files.createTempFile(folder, "values", ".yaml"), values);
        return HELM.template(chart.resolve(application), "codedang", file);
    }

    private static String checksum(String rendered) {
        return rendered.lines()
                .filter(line -> line.contains("checksum/config"))
                .findFirst()
                .orElseThrow();
    }
}
