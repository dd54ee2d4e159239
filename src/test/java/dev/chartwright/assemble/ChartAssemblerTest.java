package dev.chartwright.assemble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import dev.chartwright.ChartFolders;
import dev.chartwright.TestPlatforms;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ChartAssemblerTest {
    private final ChartAssembler assembler = new ChartAssembler(Path.of("schema"));

    @TempDir
    private Path folder;

    private Chart shop() {
        Platform platform = TestPlatforms.shop();
        return assembler.assemble(platform, TestPlatforms.files(platform));
    }

    @Test
    void givesASubchartForEachComponentInTheOrderOfDependencies() {
        Chart chart = shop();
        assertThat(chart.name()).isEqualTo("shop-stage");
        assertThat(chart.subcharts()).extracting(Chart::name).containsExactly("api", "worker", "traefik");
        assertThat(chart.subcharts()).extracting(Chart::version).containsOnly("1.2.3");
    }

    @Test
    void addsWhatTemplatesDoNotMake() {
        assertThat(shop().files())
                .extracting(ChartFile::path)
                .containsExactly(
                        "Chart.lock",
                        "Chart.yaml",
                        "README.md",
                        "templates/NOTES.txt",
                        "values.schema.json",
                        "values.yaml");
        assertThat(shop().subcharts().get(0).files())
                .extracting(ChartFile::path)
                .containsExactly(
                        "Chart.yaml", "README.md", "templates/configmap.yaml", "values.schema.json", "values.yaml");
    }

    @Test
    void doesNotDependOnTheOrderOfFiles() {
        Platform platform = TestPlatforms.shop();
        List<ChartFile> reversed = new ArrayList<>(TestPlatforms.files(platform));
        Collections.reverse(reversed);
        assertThat(assembler.assemble(platform, reversed)).isEqualTo(shop());
    }

    @Test
    void passesHelmsLint() {
        LintResult result =
                new Helm(ChartFolders.write(shop(), folder)).lint().strict().call();
        assertThat(result.isFailed())
                .as(String.join("\n", result.getMessages()))
                .isFalse();
    }

    @Test
    void writesSubchartValuesIntoTheUmbrella() {
        Chart chart = shop();
        var umbrella = new YamlReader().read(content(chart, "values.yaml"), "values.yaml");
        for (Chart subchart : chart.subcharts()) {
            var own = new YamlReader().read(content(subchart, "values.yaml"), "values.yaml");
            var block = umbrella.root().required(subchart.name());
            assertThat(block.required("enabled").booleanValue()).isTrue();
            own.root().properties().stream()
                    .filter(entry -> !entry.getKey().equals("global"))
                    .forEach(entry -> assertThat(block.required(entry.getKey())).isEqualTo(entry.getValue()));
        }
    }

    @Test
    void writesAnEmptyValueForEachSecretInput() {
        Chart chart = shop();
        String all = "{\"secrets\":{\"api/api-token/TOKEN\":\"\",\"api/api-sealed/CERT.pem\":\"\"}}";
        String shared = "{\"secrets\":{\"api/api-token/TOKEN\":\"\"}}";
        assertThat(global(chart)).isEqualTo(json(all));
        assertThat(global(chart.subcharts().get(0))).isEqualTo(json(all));
        assertThat(global(chart.subcharts().get(1))).isEqualTo(json(shared));
        assertThat(content(chart.subcharts().get(2), "values.yaml")).doesNotContain("global:");
    }

    private static JsonNode global(Chart chart) {
        return new YamlReader()
                .read(content(chart, "values.yaml"), "values.yaml")
                .root()
                .required("global");
    }

    private static JsonNode json(String json) {
        return JsonMapper.shared().readTree(json);
    }

    private static String content(Chart chart, String path) {
        return chart.file(path).orElseThrow().content();
    }

    @Nested
    class HelmPackage {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "plain",
                    "colon: here",
                    "ends with:",
                    "a # comment",
                    "# starts",
                    "it's \"quoted\"",
                    "'single'",
                    "yes",
                    "1.10",
                    "2020-01-01",
                    "2020-13-01",
                    "2020-01-01 10:00:00",
                    "0x1F",
                    "0o7",
                    "08",
                    "1_000",
                    "12:30",
                    "12:99",
                    "~",
                    "-",
                    "- dash",
                    "-dash",
                    "?",
                    ":x",
                    "[x]",
                    "{{ .Values }}",
                    "<% tag %>",
                    "*a",
                    "&a",
                    "!t",
                    "%x",
                    "@x",
                    "`x`",
                    "| x",
                    "> x",
                    "---",
                    "...",
                    "  lead",
                    "trail  ",
                    "tab\there",
                    "two\nlines",
                    "no\u00a0break",
                    "zero\u200bwidth",
                    "\ufeffmark",
                    "separator\u2028here",
                    "ideographic\u3000space",
                    "no character \uffff\ufdd0 here",
                    "control\u0001",
                    "\u00e9 \ud55c\uae00",
                    "emoji \ud83d\ude00",
                    "quote \" and emoji \ud83d\ude00 back\\slash",
                    "=",
                    "<<",
                    "null",
                    "NaN",
                    ".5",
                    "+1",
                    "1e3",
                    ".inf",
                    "0b1",
                    "back\\slash",
                    "Long text that goes on past the eighty columns that a YAML emitter likes, and then some more"
                            + " words to see it fold again at the second line of it all",
                    "Long: text that goes on past the eighty columns that a YAML emitter likes, 'and' then some more"
                            + " words to see it fold again at the second line of it all",
                    "Long \ud83d\ude00 text that goes on past the eighty columns that a YAML emitter likes, and then"
                            + " some  more  words to see it fold  again  at the second line of it all",
                    "Two spaces where a fold would be, so that the emitter has to wait for the next  single  space"
                            + "  here  or  later, and then it goes on and on and on and on and on and on to the end",
                    "\ud55c\uae00\uc740 \ub450 \uce78\uc774\uc9c0\ub9cc \ud55c \uae00\uc790\ub85c \uc148\ud569\ub2c8\ub2e4 \ud55c\uae00\uc740 \ub450 \uce78\uc774\uc9c0\ub9cc \ud55c \uae00\uc790\ub85c \uc148\ud569\ub2c8\ub2e4 \ud55c\uae00\uc740 \ub450 \uce78\uc774\uc9c0\ub9cc \ud55c \uae00\uc790\ub85c \uc148\ud569\ub2c8\ub2e4 \uc5ec\uae30\uc11c \uc811\ud78c\ub2e4"
                })
        void holdsTheSameBytes(String description) throws IOException {
            Platform platform = TestPlatforms.shop(description);
            Chart chart = assembler.assemble(platform, TestPlatforms.files(platform));
            assertThat(helmPackage(chart)).isEqualTo(ChartFolders.expected(chart));
        }

        @Test
        void holdsTheSameBytesOfASubchart() throws IOException {
            Chart chart = shop().subcharts().get(0);
            assertThat(helmPackage(chart)).isEqualTo(ChartFolders.expected(chart));
        }

        private SortedMap<String, String> helmPackage(Chart chart) throws IOException {
            Path source = ChartFolders.write(chart, folder.resolve("source"));
            Path target = Files.createDirectories(folder.resolve("target"));
            new Helm(source).packageIt().withDestination(target).call();
            try (InputStream packed = Files.newInputStream(target.resolve(chart.archiveName()))) {
                return new TreeMap<>(ChartFolders.unpack(packed));
            }
        }
    }

    @Nested
    class Lock {
        @Test
        void isAcceptedByDependencyBuild() throws IOException {
            Path chart = ChartFolders.write(shop(), folder);
            String before = Files.readString(chart.resolve("Chart.lock"));
            new Helm(chart).dependency().build().call();
            assertThat(chart.resolve("Chart.lock")).hasContent(before);
        }

        @Test
        void isRefusedByDependencyBuildWhenADependencyChanges() throws IOException {
            Path chart = ChartFolders.write(shop(), folder);
            Path metadata = chart.resolve("Chart.yaml");
            Files.writeString(metadata, Files.readString(metadata).replace("worker.enabled", "worker.on"));
            assertThatThrownBy(() -> new Helm(chart).dependency().build().call())
                    .hasMessageContaining("out of sync");
        }

        @Test
        void listsEveryDependencyAsUnpacked() {
            Path chart = ChartFolders.write(shop(), folder);
            assertThat(new Helm(chart).dependency().list().call().getDependencies())
                    .allSatisfy(dependency -> assertThat(dependency.getStatus()).isEqualTo("unpacked"));
        }
    }

    @Nested
    class Schema {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "api.replicas=many",
                    "api.replicas=-1",
                    "api.zz=1",
                    "zz=1",
                    "api.image.zz=1",
                    "api.image.pullPolicy=Sometimes",
                    "api.namespace=UPPER",
                    "api.resources.requests.cpu=lots",
                    "api.resources.wants=1",
                    "api.env.A.b=1",
                    "api.enabled=maybe",
                    "createNamespaces=maybe",
                    "global.zz=1",
                    "global.secrets.zz=1",
                    "global.secrets.api/api-token/ZZ=1",
                    "global.secrets.api/api-token/TOKEN.x=1"
                })
        void refuses(String setting) {
            assertThatThrownBy(() -> render(setting)).hasMessageContaining("specifications of the schema");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "api.enabled=false",
                    "api.replicas=3",
                    "api.env.NAME=text",
                    "api.resources.limits.cpu=2",
                    "api.resources.limits.memory=1.5Gi",
                    "global.secrets.api/api-token/TOKEN=text"
                })
        void accepts(String setting) {
            assertThat(render(setting)).contains("kind: ConfigMap");
        }

        @Test
        void ofASubchartAloneAcceptsOtherGlobalsAndTheSwitch() {
            Path chart = ChartFolders.write(shop().subcharts().get(0), folder);
            String made = new Helm(chart)
                    .template()
                    .withKubeVersion("1.34.0")
                    .set("enabled", true)
                    .set("global.other", "text")
                    .set("global.secrets.worker/x/Y", "text")
                    .call();
            assertThat(made).contains("kind: ConfigMap");
        }

        @Test
        void ofASubchartAloneWantsTextForItsOwnSecrets() {
            Path chart = ChartFolders.write(shop().subcharts().get(0), folder);
            assertThatThrownBy(() -> new Helm(chart)
                            .template()
                            .withKubeVersion("1.34.0")
                            .set("global.secrets.api/api-token/TOKEN", 5)
                            .call())
                    .hasMessageContaining("got number, want string");
        }

        @Test
        void saysWhatTheCommentsSay() {
            assertThat(content(shop().subcharts().get(0), "values.schema.json"))
                    .contains("\"description\": \"Number of pods; a `pipe | here` goes on here.\"")
                    .contains("\"default\": 2");
        }

        private String render(String setting) {
            String[] parts = setting.split("=", 2);
            return new Helm(ChartFolders.write(shop(), folder))
                    .template()
                    .withKubeVersion("1.34.0")
                    .set(parts[0], parts[1])
                    .call();
        }
    }

    @Nested
    class Readme {
        @Test
        void ofTheUmbrellaTellsHowToInstall() {
            assertThat(content(shop(), "README.md"))
                    .startsWith("# shop-stage\n\nThe shop: \"all\" of it # really\n")
                    .contains("java -jar target/chartwright.jar secrets init stage\n"
                            + "helm upgrade --install shop shop-stage-1.2.3.tgz \\\n"
                            + "  --namespace shop --create-namespace \\\n"
                            + "  --values .secrets/stage.yaml\n")
                    .contains("| [`api`](charts/api/README.md) | What \\`api\\` is: one \\| of many | `1.10` | `api` |")
                    .contains("| `api.enabled` | Whether the chart api is installed. | `true` |");
        }

        @Test
        void ofASubchartListsEveryKnob() {
            assertThat(content(shop().subcharts().get(1), "README.md"))
                    .contains("part of the umbrella chart `shop-stage`")
                    .contains("helm upgrade --install worker worker-1.2.3.tgz")
                    .contains("| `replicas` | Number of pods; a `pipe \\| here` goes on here. | `2` |")
                    .contains("| `image.pullPolicy` | When it is pulled. | `\"IfNotPresent\"` |")
                    .contains("| `resources` | Requests and limits. |"
                            + " `{\"requests\":{\"cpu\":\"100m\",\"memory\":1000000}}` |")
                    .contains("| `env` | Plain variables. | `{}` |");
        }

        @Test
        void listsSecretsByWhoMakesThem() {
            assertThat(content(shop(), "README.md"))
                    .containsSubsequence(
                            "### Must exist before the install",
                            "| `api` | `api-existing` | `PASSWORD` |",
                            "| `certs` | `route53-credentials` | `id`, `key` |",
                            "| `api` | `registry` | `.dockerconfigjson` |",
                            "### Given at install",
                            "| `global.secrets.api/api-token/TOKEN` | Value of key TOKEN. |",
                            "| `global.secrets.api/api-sealed/CERT.pem` | Ciphertext of sealed-secrets",
                            "### Made by add-ons",
                            "| `worker` | `worker-mirror` | `TOKEN` | reflector, mirror of `api/api-token` |");
        }

        @Test
        void ofASubchartListsOnlyItsOwnSecrets() {
            assertThat(content(shop().subcharts().get(2), "README.md"))
                    .contains("| `certs` | `route53-credentials` | `id`, `key` |")
                    .doesNotContain("api-existing");
        }
    }

    @Nested
    class Problems {
        @Test
        void tellsOfAKnobWithoutAComment() {
            assertThat(problems("api", "# -- A.\na: 1\n\n# no dashes\nb:\n  c: 2\n"))
                    .extracting(problem -> problem.location() + " " + problem.code())
                    .containsExactly(
                            "shop-stage/charts/api/values.yaml:5:1 knob-comment",
                            "shop-stage/charts/api/values.yaml:6:3 knob-comment");
        }

        @Test
        void tellsOfTypesThatNothingDefines() {
            assertThat(problems("api", "# -- A.\n# @type zz\na: 1\n\n# -- B.\nb: []\n\n# -- C.\nc: {}\n"))
                    .extracting(problem -> problem.location().line() + " " + problem.code())
                    .containsExactly("3 knob-type", "6 knob-type", "9 knob-type");
        }

        @Test
        void doesNotTakeABlockScalarForAComment() {
            assertThat(problems("api", "# -- A.\n# @type annotations\na:\n  x: |\n    # -- no\nb: \"x\"\n"))
                    .extracting(problem -> problem.location().line())
                    .containsExactly(6);
        }

        @Test
        void tellsOfFilesWithoutAChart() {
            Platform platform = TestPlatforms.shop();
            List<ChartFile> files = new ArrayList<>(TestPlatforms.files(platform));
            files.removeIf(file -> file.path().equals("charts/api/values.yaml"));
            files.add(new ChartFile("charts/nobody/templates/x.yaml", "a: 1\n"));
            files.add(new ChartFile("charts/api/Chart.yaml", "a: 1\n"));
            files.add(new ChartFile("README.md", "a\n"));
            assertThat(problems(platform, files))
                    .extracting(problem -> problem.location() + " " + problem.code())
                    .containsExactly(
                            "shop-stage/README.md generated-file",
                            "shop-stage/charts/api/Chart.yaml generated-file",
                            "shop-stage/charts/api/values.yaml missing-values",
                            "shop-stage/charts/nobody/templates/x.yaml stray-file");
        }

        private List<Problem> problems(String component, String values) {
            Platform platform = TestPlatforms.shop();
            List<ChartFile> files = TestPlatforms.files(platform).stream()
                    .map(file -> file.path().equals("charts/" + component + "/values.yaml")
                            ? new ChartFile(file.path(), values)
                            : file)
                    .toList();
            return problems(platform, files);
        }

        private List<Problem> problems(Platform platform, List<ChartFile> files) {
            return catchThrowableOfType(ProblemsException.class, () -> assembler.assemble(platform, files))
                    .problems();
        }
    }
}
