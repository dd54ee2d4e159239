package dev.chartwright;

import java.nio.file.Path;
import java.util.List;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.render.TemplateRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The templates of this repository, rendered for the environments of this repository. */
class TemplatesRenderTest {
    private static final PlatformLoader LOADER =
            new PlatformLoader(Path.of("values"), Path.of("schema"), Path.of("templates"));
    private static final TemplateRenderer RENDERER = new TemplateRenderer(Path.of("templates"));

    static List<String> environments() {
        return LOADER.environments();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void leaveNoTagAndWriteNoFileTwice(String environment) {
        List<ChartFile> files = RENDERER.render(platform(environment));

        assertThat(files).extracting(ChartFile::path).doesNotHaveDuplicates();
        assertThat(files).allSatisfy(file -> assertThat(file.content()).doesNotContain("<%", "%>"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void giveEachComponentHelpersAndValuesThatParse(String environment) {
        Platform platform = platform(environment);
        List<ChartFile> files = RENDERER.render(platform);

        assertThat(platform.components()).extracting(Component::name).allSatisfy(name -> {
            assertThat(content(files, "charts/" + name + "/templates/_helpers.tpl"))
                    .contains("define \"" + name + ".labels\"");
            assertParses(content(files, "charts/" + name + "/values.yaml"));
        });
        assertParses(content(files, "values.yaml"));
    }

    @Test
    void giveAnApplicationWhatItsModelHasAndNothingElse() {
        assertThat(templatesOf("production", "iris"))
                .contains(
                        "_helpers.tpl",
                        "configmap.yaml",
                        "deployment.yaml",
                        "poddisruptionbudget.yaml",
                        "secret-aws-credentials.yaml",
                        "secret-database-credentials.yaml",
                        "secret-rabbitmq-credentials.yaml",
                        "secretstore-aws-secret-store.yaml",
                        "serviceaccount.yaml")
                .doesNotContain("service.yaml", "role.yaml", "rolebinding.yaml", "tests/test-connection.yaml");
        assertThat(templatesOf("production", "client-api"))
                .contains("service.yaml", "ingress-client-api-server-ingress.yaml", "tests/test-connection.yaml")
                .doesNotContain("horizontalpodautoscaler.yaml", "middleware-cors.yaml");
        assertThat(templatesOf("stage", "client-api")).contains("middleware-cors.yaml");
    }

    @ParameterizedTest
    @MethodSource("environments")
    void makeOnlyTheNamespacesThatAreOurs(String environment) {
        Platform platform = platform(environment);

        assertThat(RENDERER.render(platform))
                .extracting(ChartFile::path)
                .filteredOn(path -> path.startsWith("templates/namespace-"))
                .containsExactlyInAnyOrderElementsOf(platform.cluster().createdNamespaces().stream()
                        .map(namespace -> "templates/namespace-" + namespace.name() + ".yaml")
                        .toList());
    }

    private static Platform platform(String environment) {
        return LOADER.load(environment).platform();
    }

    private static List<String> templatesOf(String environment, String component) {
        String folder = "charts/" + component + "/templates/";
        return RENDERER.render(platform(environment)).stream()
                .map(ChartFile::path)
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .toList();
    }

    private static String content(List<ChartFile> files, String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .map(ChartFile::content)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file " + path));
    }

    private static void assertParses(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        assertThatCode(() -> new Yaml(new SafeConstructor(options)).load(text)).doesNotThrowAnyException();
    }
}
