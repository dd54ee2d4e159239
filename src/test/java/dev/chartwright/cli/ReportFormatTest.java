package dev.chartwright.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Rendering;
import dev.chartwright.schema.DocumentSchema;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportFormatTest {
    private static final Problem PLAIN = new Problem(
            new Location("values/base.yaml", 3, 5, 4), "unknown-key", "`a` has no key `b`: 100 %", "why", "fix");
    private static final Problem NOWHERE =
            new Problem(Location.ofFile("values/"), "no-environment", "none", "why, then", "fix");
    private static final Problem RENDERED = new Problem(
                    new Location("x", 1, 1, 1), "pod-security", "a\nb", "why", "fix")
            .madeBy(
                    new Location("templates/applications/templates/deployment.yaml.mustache", 7, 0, 0),
                    new Rendering(
                            "shop/templates/deployment.yaml",
                            9,
                            List.of("spec:"),
                            9,
                            "applications.api",
                            new Location("values/base.yaml", 12, 3, 3),
                            List.of()));
    private static final List<Problem> ALL = List.of(PLAIN, NOWHERE, RENDERED, PLAIN);

    private static DocumentSchema sarif() throws IOException {
        try (InputStream file = ReportFormatTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new DocumentSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8), "SARIF 2.1.0");
        }
    }

    private static List<Problem> wrong(String report) throws IOException {
        JsonNode document = JsonMapper.shared().readTree(report);
        return sarif().check(document, new Origins(Map.of(), Map.of(), Location.ofFile("report")));
    }

    @Test
    void sarifFollowsItsSchema() throws IOException {
        assertThat(wrong(ReportFormat.SARIF.report(ALL))).isEmpty();
        assertThat(wrong(ReportFormat.SARIF.report(List.of()))).isEmpty();
        assertThat(wrong(ReportFormat.SARIF.report(ALL).replace("\"startLine\"", "\"line\"")))
                .isNotEmpty();
    }

    @Test
    void sarifNamesRulesAndPlaces() {
        JsonNode run = JsonMapper.shared()
                .readTree(ReportFormat.SARIF.report(ALL))
                .path("runs")
                .path(0);

        assertThat(run.path("results")).hasSize(3);
        assertThat(run.at("/tool/driver/rules"))
                .extracting(rule -> rule.path("id").asString())
                .containsExactly("no-environment", "pod-security", "unknown-key");
        JsonNode template = run.at("/results/0");
        assertThat(template.at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asString())
                .isEqualTo("templates/applications/templates/deployment.yaml.mustache");
        assertThat(template.at("/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":7}");
        assertThat(template.at("/relatedLocations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(12);
        assertThat(run.at("/results/2/locations/0/physicalLocation/region").toString())
                .isEqualTo("{\"startLine\":3,\"startColumn\":5,\"endColumn\":9}");
    }

    @Test
    void tellsWhatEveryEnvironmentFindsOnce() {
        Problem elsewhere = RENDERED.madeBy(
                RENDERED.location(),
                new Rendering(
                        "shop-live/templates/deployment.yaml", 8, List.of(), 8, "", RENDERED.location(), List.of()));

        assertThat(JsonMapper.shared().readTree(ReportFormat.JSON.report(List.of(RENDERED, elsewhere))))
                .hasSize(1);
    }

    @Test
    void githubEscapesWhatItsCommandsMeanOtherwise() {
        assertThat(ReportFormat.GITHUB.report(ALL).lines())
                .containsExactly(
                        "::error file=templates/applications/templates/deployment.yaml.mustache,line=7,"
                                + "title=pod-security::a%0Ab%0Awhy: why%0Afix: fix",
                        "::error file=values/,title=no-environment::none%0Awhy: why, then%0Afix: fix",
                        "::error file=values/base.yaml,line=3,col=5,endColumn=8,title=unknown-key::"
                                + "`a` has no key `b`: 100 %25%0Awhy: why%0Afix: fix");
        assertThat(ReportFormat.GITHUB.report(List.of())).isEmpty();
    }

    @Test
    void jsonLeavesOutWhatIsNotKnown() {
        JsonNode list = JsonMapper.shared().readTree(ReportFormat.JSON.report(ALL));

        assertThat(list).hasSize(3);
        assertThat(list.path(0).path("rendered").path("key").asString()).isEqualTo("applications.api");
        assertThat(list.path(1).propertyNames()).containsExactly("code", "file", "what", "why", "fix");
        assertThat(list.path(2).path("column").asInt()).isEqualTo(5);
        assertThat(JsonMapper.shared().readTree(ReportFormat.JSON.report(List.of())))
                .isEmpty();
    }

    @Test
    void listsWhatItsReadersCanTakeAndTellsTheCount() throws IOException {
        List<Problem> many = IntStream.rangeClosed(1, 6_000)
                .mapToObj(line -> PLAIN.at(new Location("values/base.yaml", line, 5, 4)))
                .toList();

        assertThat(ReportFormat.GITHUB.report(many).lines())
                .hasSize(201)
                .first()
                .isEqualTo("::notice title=chartwright::6000 problems; the first 200 stand in the log");
        assertThat(JsonMapper.shared().readTree(ReportFormat.JSON.report(many))).hasSize(6_000);
        String sarif = ReportFormat.SARIF.report(many);
        assertThat(wrong(sarif)).isEmpty();
        assertThat(JsonMapper.shared().readTree(sarif).at("/runs/0/results")).hasSize(5_000);
        assertThat(JsonMapper.shared()
                        .readTree(sarif)
                        .at("/runs/0/invocations/0/toolExecutionNotifications/0/message/text")
                        .asString())
                .isEqualTo("6000 problems; the first 5000 are listed");
    }
}
