package dev.chartwright;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.model.Application;
import dev.chartwright.model.ArgoCd;
import dev.chartwright.model.Platform;
import dev.chartwright.model.Records;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** What Argo CD is told fits the chart that it is told about. */
class ArgoCdTest {
    private static final TemplateRenderer RENDERER = new TemplateRenderer(BuiltPlatform.TEMPLATES);
    private static final String UPDATER = "argocd-image-updater.argoproj.io/";
    private static final String DIGEST = "sha256:" + "0".repeat(64);

    @TempDir
    private Path folder;

    private static Platform load(String environment) {
        return BuiltPlatform.load(BuiltPlatform.CODEDANG, environment);
    }

    private static Optional<JsonNode> application(Platform platform) {
        return RENDERER.renderBeside(platform).stream()
                .filter(file -> file.path().equals("argocd.yaml"))
                .map(OutputFile::content)
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .map(text -> new YamlReader().read(text, "argocd.yaml").root())
                .findFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "stage"})
    void hasTheShapeOfAnApplication(String environment) throws IOException {
        String schema = Files.readString(Path.of("src/test/resources/argocd-application.schema.json"));
        Schema shape =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
        JsonNode application = application(load(environment)).orElseThrow();
        assertThat(shape.validate(application)).isEmpty();
        JsonNode without = application(Records.with(load(environment), "environment.argocd.values", Optional.empty()))
                .orElseThrow();
        assertThat(shape.validate(without)).isEmpty();
        assertThat(without.at("/spec/source/chart").asString()).isEqualTo("codedang-" + environment);
        assertThat(shape.validate(JsonMapper.shared().readTree("{\"kind\":\"Application\",\"more\":1}")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"production", "stage"})
    void installsTheChartThatIsPushed(String environment) {
        Platform platform = load(environment);
        ArgoCd argocd = platform.environment().argocd().orElseThrow();
        JsonNode spec = application(platform).orElseThrow().path("spec");
        assertThat(spec.at("/sources/0/repoURL").asString()).isEqualTo(argocd.repository());
        assertThat(spec.at("/sources/0/chart").asString())
                .isEqualTo(BuiltPlatform.of(platform).chart().name());
        assertThat(spec.at("/sources/0/targetRevision").asString())
                .isEqualTo(BuiltPlatform.of(platform).chart().version());
        assertThat(spec.at("/sources/0/helm/valueFiles/0").asString()).isEqualTo("$values/" + environment + ".yaml");
        assertThat(spec.at("/sources/1/ref").asString()).isEqualTo("values");
        assertThat(spec.at("/syncPolicy/syncOptions"))
                .map(JsonNode::asString)
                .contains("ServerSideApply=true", "CreateNamespace=true", "RespectIgnoreDifferences=true");
    }

    @Test
    void leavesWhatTheReflectorFillsAlone() {
        Platform stage = load("stage");
        assertThat(application(stage).orElseThrow().at("/spec/ignoreDifferences"))
                .map(entry -> entry.path("namespace").asString() + "/"
                        + entry.path("name").asString())
                .containsExactlyElementsOf(stage.mirroredSecrets().stream()
                        .map(secret -> secret.namespace() + "/" + secret.name())
                        .toList())
                .contains("iris/aws-credentials");
    }

    /** The updater sets the tag to tag and digest in one; the chart takes it, and pods run that image. */
    @Test
    void theImageUpdaterFindsAValueForEachImage() {
        Platform stage = load("stage");
        JsonNode annotations = application(stage).orElseThrow().at("/metadata/annotations");
        BuiltPlatform built = BuiltPlatform.of(stage);
        for (Application application : stage.updatedApplications()) {
            String alias = UPDATER + application.name();
            assertThat(annotations.path(UPDATER + "image-list").asString())
                    .contains(application.name() + "=" + application.image().repository() + ":stage");
            assertThat(annotations.path(alias + ".update-strategy").asString()).isEqualTo("digest");
            String render = BuiltPlatform.template(BuiltPlatform.pack(built.chart(), folder))
                    .withValuesFile(built.secrets(folder))
                    .set(annotations.path(alias + ".helm.image-name").asString(), "ghcr.io/other/image")
                    .set(annotations.path(alias + ".helm.image-tag").asString(), "stage@" + DIGEST)
                    .call();
            assertThat(render).contains("image: \"ghcr.io/other/image:stage@" + DIGEST + "\"");
        }
        assertThat(stage.updatedApplications()).hasSize(5);
    }

    @Test
    void definitionsComeBeforeTheResourcesOfTheirKinds() {
        List<Map<String, Object>> definitions = BuiltPlatform.of(load("stage")).chart().allFiles().stream()
                .filter(file -> file.path().contains("/crds/"))
                .flatMap(file -> BuiltPlatform.parse(file.content()).stream())
                .toList();
        assertThat(definitions)
                .hasSizeGreaterThan(10)
                .allSatisfy(definition -> assertThat(JsonMapper.shared()
                                .<JsonNode>valueToTree(definition)
                                .path("metadata")
                                .path("annotations")
                                .path("argocd.argoproj.io/sync-wave")
                                .asString(""))
                        .isEqualTo("-1"));
    }

    @Test
    void whoeverHasNoArgoCdGetsNoFile() {
        assertThat(application(load("local"))).isEmpty();
    }
}
