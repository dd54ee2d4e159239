package dev.chartwright;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import dev.chartwright.render.TemplateRenderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The charts of this repository's environments, held against Helm itself. */
class TemplatesAssembleIT {
    private static final PlatformLoader LOADER =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"));
    private static final TemplateRenderer RENDERER = new TemplateRenderer(Path.of("templates"));

    @TempDir
    private Path folder;

    static List<String> environments() {
        return LOADER.environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void passHelmsStrictLint(String environment) {
        Path chart = ChartFolders.write(chart(environment), folder);
        LintResult result = new Helm(chart).lint().strict().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void areWhatHelmPackages(String environment) throws IOException {
        Chart chart = chart(environment);
        Path source = ChartFolders.write(chart, folder);
        new Helm(source).packageIt().withDestination(folder).call();
        try (InputStream packed = Files.newInputStream(folder.resolve(chart.archiveName()))) {
            assertThat(ChartFolders.unpack(packed)).isEqualTo(ChartFolders.expected(chart));
        }
    }

    private static Chart chart(String environment) {
        Platform platform = LOADER.load(environment).platform();
        return new ChartAssembler(Path.of("schema")).assemble(platform, RENDERER.render(platform));
    }
}
