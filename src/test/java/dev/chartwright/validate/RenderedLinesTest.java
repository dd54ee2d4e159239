package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.helm.HelmEngine;
import dev.chartwright.helm.HelmException;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;
import dev.chartwright.render.TemplateRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RenderedLinesTest {
    private static final Path SCHEMA = Path.of("schema");
    private static final Path CODEDANG = Path.of("values");
    private static final TemplateRenderer RENDERER = new TemplateRenderer(Path.of("templates"));

    private static Map<String, List<String>> helm(LoadedPlatform input, List<ChartFile> files)
            throws IOException, HelmException {
        Chart chart = new ChartAssembler(SCHEMA).assemble(input.platform(), files);
        try (TemporaryCharts folder = new TemporaryCharts()) {
            String text = new HelmEngine(HelmRender.OLDEST_KUBERNETES)
                    .template(folder.pack(chart), "test", folder.values(SampleSecrets.of(input.platform())));
            return RenderedObjects.parse(text).texts();
        }
    }

    private static Problem at(String file, int line, int column, int length) {
        return new Problem(new Location(file, line, column, length), "code", file + ":" + line, "why", "fix");
    }

    /** Each line that real Helm renders of both platforms. */
    @ParameterizedTest
    @CsvSource({
        "values,production",
        "values,stage",
        "values,local",
        "src/test/fixtures/bookshop/values,live",
        "src/test/fixtures/bookshop/values,trial"
    })
    void knowsTheTemplateOfEachRenderedLine(Path values, String environment) throws IOException, HelmException {
        LoadedPlatform input = new PlatformLoader(values, SCHEMA, Path.of("templates")).load(environment);
        Map<String, List<String>> plain = helm(input, RENDERER.render(input.platform()));
        TracedFiles traced = RENDERER.trace(input.platform());
        List<Problem> everywhere = new ArrayList<>();
        plain.forEach((file, lines) -> {
            for (int line = 1; line <= lines.size(); line++) {
                if (!lines.get(line - 1).isBlank() && !lines.get(line - 1).startsWith("# Source:")) {
                    everywhere.add(at(file, line, 0, 0));
                }
            }
        });

        List<Problem> untold = new RenderedLines(plain, helm(input, traced.files()), traced.lines(), input.origins())
                .tell(everywhere).stream()
                        .filter(problem -> problem.rendering().isEmpty())
                        .toList();

        assertThat(everywhere).hasSizeGreaterThan(1000);
        assertThat(untold).isEmpty();
    }

    @Test
    void tellsTemplateLineTokenAndKey() throws IOException, HelmException {
        LoadedPlatform input = new PlatformLoader(CODEDANG, SCHEMA, Path.of("templates")).load("production");
        Map<String, List<String>> plain = helm(input, RENDERER.render(input.platform()));
        TracedFiles traced = RENDERER.trace(input.platform());
        String file = plain.keySet().stream()
                .filter(name -> name.contains("charts/iris/templates/deployment.yaml"))
                .findFirst()
                .orElseThrow();
        int line = plain.get(file).indexOf("      containers:") + 1;

        Problem told = new RenderedLines(plain, helm(input, traced.files()), traced.lines(), input.origins())
                .tell(List.of(at(file, line, 7, 10)))
                .get(0);

        String template = "templates/applications/templates/deployment.yaml.mustache";
        List<String> source = Files.readAllLines(Path.of(template));
        assertThat(told.location()).isEqualTo(new Location(template, source.indexOf("      containers:") + 1, 7, 10));
        assertThat(told.rendering()).map(Rendering::key).contains("applications.iris");
        assertThat(told.rendering().orElseThrow().written().file()).isEqualTo("values/base.yaml");
        assertThat(told.rendering().orElseThrow().excerpt()).contains("      containers:");
    }

    @Test
    void tellsALineWithoutValuesOnce() throws IOException, HelmException {
        LoadedPlatform input = new PlatformLoader(CODEDANG, SCHEMA, Path.of("templates")).load("production");
        Map<String, List<String>> plain = helm(input, RENDERER.render(input.platform()));
        TracedFiles traced = RENDERER.trace(input.platform());
        List<Problem> each = plain.keySet().stream()
                .filter(file -> file.matches(".*/charts/(iris|plag|frontend)/templates/deployment.yaml.*"))
                .map(file -> at(file, plain.get(file).indexOf("      containers:") + 1, 0, 0))
                .toList();

        List<Problem> told =
                new RenderedLines(plain, helm(input, traced.files()), traced.lines(), input.origins()).tell(each);

        assertThat(each).hasSize(3);
        assertThat(told).hasSize(1);
        assertThat(told.get(0).rendering().stream()
                        .flatMap(rendering -> Stream.concat(Stream.of(rendering.key()), rendering.alike().stream())))
                .containsExactlyInAnyOrder("applications.iris", "applications.plag", "applications.frontend");
    }
}
