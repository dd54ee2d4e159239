package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.chartwright.chart.Chart;
import dev.chartwright.model.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What real Helm says of every chart: each umbrella, and each subchart by itself. */
class HelmContractIT {
    private static final Map<String, BuiltPlatform> BUILT = new TreeMap<>();

    @TempDir
    Path folder;

    static Stream<String> environments() {
        return Stream.of("codedang/production", "codedang/stage", "codedang/local", "bookshop/live", "bookshop/trial");
    }

    private static BuiltPlatform built(String environment) {
        return BUILT.computeIfAbsent(environment, name -> {
            Path values = name.startsWith("codedang") ? BuiltPlatform.CODEDANG : BuiltPlatform.BOOKSHOP;
            return BuiltPlatform.of(values, name.substring(name.indexOf('/') + 1));
        });
    }

    private static List<Chart> charts(String environment) {
        Chart umbrella = built(environment).chart();
        return Stream.concat(Stream.of(umbrella), umbrella.subcharts().stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("environments")
    void lintsStrictlyWithoutAWarning(String environment) {
        for (Chart chart : charts(environment)) {
            LintResult result =
                    new Helm(BuiltPlatform.pack(chart, folder)).lint().strict().call();

            assertThat(result.isFailed())
                    .as(chart.name() + ": " + result.getMessages())
                    .isFalse();
            assertThat(result.getMessages()).as(chart.name()).noneMatch(line -> line.contains("[WARNING]"));
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void rendersWithTheSecretsGivenForEverySupportedKubernetes(String environment) {
        Path secrets = built(environment).secrets(folder);
        for (Chart chart : charts(environment)) {
            Path archive = BuiltPlatform.pack(chart, folder);
            for (String version : List.of("1.33.0", "1.34.4+k3s1", "1.35.0", "1.36.0")) {
                String manifests = BuiltPlatform.template(archive)
                        .withKubeVersion(version)
                        .withValuesFile(secrets)
                        .call();

                assertThat(BuiltPlatform.parse(manifests)).as(chart.name()).isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void saysWhichSecretIsMissingAndWhichCommandMakesIt(String environment) {
        String name = environment.substring(environment.indexOf('/') + 1);
        for (Component component : built(environment).platform().components()) {
            if (component.secretInputs().isEmpty()) {
                continue;
            }
            Path archive = BuiltPlatform.pack(subchart(environment, component.name()), folder);

            assertThatThrownBy(() -> BuiltPlatform.template(archive).call())
                    .message()
                    .contains("chartwright.jar secrets init " + name)
                    .contains("-f .secrets/" + name + ".yaml")
                    .containsPattern("secret [a-z0-9-]+/[a-z0-9.-]+ has no value for [^ ]+: run");
        }
    }

    @ParameterizedTest
    @MethodSource("environments")
    void packsWhatHelmPacks(String environment) throws IOException {
        for (Chart chart : charts(environment)) {
            Path unpacked = ChartFolders.write(chart, folder.resolve("unpacked"));
            Path byHelm = Files.createDirectories(folder.resolve("by-helm"));
            new Helm(unpacked).packageIt().withDestination(byHelm).call();

            assertThat(entries(byHelm.resolve(chart.archiveName())))
                    .as(chart.name())
                    .isEqualTo(entries(BuiltPlatform.pack(chart, folder)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"replicas=many", "zz=1", "image.tagg=x", "namespace=Not_A_Name"})
    void refusesAValueThatTheSchemaDoesNotAllow(String value) {
        Path archive = BuiltPlatform.pack(built("codedang/stage").chart(), folder);
        Path secrets = built("codedang/stage").secrets(folder);

        assertThatThrownBy(() -> BuiltPlatform.template(archive)
                        .withValuesFile(secrets)
                        .set("client-api." + value.split("=")[0], value.split("=")[1])
                        .call())
                .hasMessageContaining("values don't meet the specifications of the schema")
                .hasMessageContaining("client-api");
    }

    @Test
    void turnsTheKnobsThatOperatorsTurn() throws IOException {
        BuiltPlatform stage = built("codedang/stage");
        Path knobs = Files.writeString(folder.resolve("knobs.yaml"), """
                minio: {enabled: false}
                client-api:
                  replicas: 7
                  image: {tag: "1.2.3", digest: "sha256:%s"}
                  resources: {requests: {cpu: 300m}}
                  nodeSelector: {disk: ssd}
                  tolerations: [{key: a, operator: Exists}]
                  env: {EXTRA: "more: than # text"}
                  config: {FRONTEND_URL: "https://elsewhere"}
                """.formatted("0".repeat(64)));

        List<Map<String, Object>> objects =
                BuiltPlatform.parse(BuiltPlatform.template(BuiltPlatform.pack(stage.chart(), folder))
                        .withValuesFile(stage.secrets(folder))
                        .withValuesFile(knobs)
                        .call());

        String deployment = text(objects, "Deployment", "client-api");
        assertThat(deployment)
                .contains("replicas=7")
                .contains("codedang-client-api:1.2.3@sha256:000")
                .contains("cpu=300m")
                .contains("nodeSelector={disk=ssd}")
                .contains("operator=Exists")
                .contains("{name=EXTRA, value=more: than # text}");
        assertThat(text(objects, "ConfigMap", "client-api-env")).contains("FRONTEND_URL=https://elsewhere");
        assertThat(objects).noneMatch(object -> object.toString().contains("minio.min.io"));
    }

    @Test
    void putsNothingOfStageIntoProduction() throws IOException {
        BuiltPlatform production = built("codedang/production");

        assertThat(production.objects(folder))
                .noneMatch(object -> String.valueOf(object.get("metadata")).matches("(?s).*(minio|postgres).*"));
        assertThat(entries(BuiltPlatform.pack(production.chart(), folder)).keySet())
                .noneMatch(path -> path.contains("minio") || path.contains("postgres"));
        for (String environment : List.of("codedang/stage", "codedang/local")) {
            assertThat(built(environment).objects(folder).toString())
                    .contains("minio.min.io/v2")
                    .contains("name=postgres-v18");
        }
    }

    private static Chart subchart(String environment, String name) {
        return built(environment).chart().subcharts().stream()
                .filter(chart -> chart.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String text(List<Map<String, Object>> objects, String kind, String name) {
        return objects.stream()
                .filter(object -> kind.equals(object.get("kind")))
                .filter(object -> name.equals(((Map<?, ?>) object.get("metadata")).get("name")))
                .map(Map::toString)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> entries(Path archive) throws IOException {
        return ChartFolders.unpack(Files.newInputStream(archive));
    }
}
