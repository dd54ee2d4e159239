package dev.chartwright.bom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.chartwright.TestPlatforms;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.PackedCharts;
import dev.chartwright.model.Application;
import dev.chartwright.model.ChartInfo;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class BillOfMaterialsTest {
    private static final Path GOLDEN = Path.of("src/test/golden/bom/shop-stage-1.2.3+build.5.cdx.json");
    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.678Z");

    @Test
    void isTheReviewedDocument() throws IOException {
        OutputFile made = bom("The <shop> & \"all\" of it", TIME);
        if ("update".equals(System.getProperty("golden"))) {
            Files.createDirectories(GOLDEN.getParent());
            Files.write(GOLDEN, made.content());
            fail("wrote %s: review the change, and commit it", GOLDEN);
        }

        assertThat(made.path()).isEqualTo(GOLDEN.getFileName().toString());
        assertThat(text(made)).isEqualTo(Files.readString(GOLDEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\"}],\n\u0000\u202e\ud83d\ude00 </script>", "${env} {{ .Values }}"})
    void isValidWhateverTheDescriptionSays(String description) {
        assertThat(CycloneDxSchema.errors(text(bom(description, TIME)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://", "https://a|b", "https://x/%zz", "https://\u00e4.example/{id}"})
    void isValidWhateverTheHomePageIs(String home) {
        ChartInfo info = new ChartInfo("shop", "1.0.0", "", Optional.of(home), List.of(home), List.of(), List.of());
        Chart chart = new Chart("shop-stage", "1.0.0", List.of(), List.of());
        ChartArchive archive = new ChartArchive(chart, new byte[0], Digest.of(new byte[0]), Digest.of(new byte[0]));
        ObjectNode document = (ObjectNode) json(bom("shop", TIME));
        document.withObject("/metadata").set("component", BomComponent.umbrella(archive, info));
        document.remove(List.of("components", "dependencies"));

        assertThat(CycloneDxSchema.errors(document)).isEmpty();
    }

    @Test
    void theSameContentHasTheSameNumberAndNoOtherHasIt() {
        String number = number(bom("shop", TIME));

        assertThat(number(bom("shop", TIME))).isEqualTo(number);
        assertThat(number(bom("shop!", TIME))).isNotEqualTo(number);
        assertThat(number(bom("shop", TIME.plusSeconds(1)))).isNotEqualTo(number);
    }

    static Stream<Consumer<ObjectNode>> damages() {
        return Stream.of(
                bom -> bom.remove("bomFormat"),
                bom -> bom.put("specVersion", 1.6),
                bom -> bom.put("serialNumber", "urn:uuid:1"),
                bom -> bom.put("licence", "none"),
                bom -> bom.withObject("/metadata/component").put("type", "chart"),
                bom -> bom.withObject("/components/0").remove("name"),
                bom -> bom.withObject("/components/0/hashes/0").put("content", "12"),
                bom -> bom.withArray("/components").add(bom.at("/components/0")),
                bom -> bom.withObject("/dependencies/0").remove("ref"));
    }

    @ParameterizedTest
    @MethodSource("damages")
    void theSchemaSeesDamage(Consumer<ObjectNode> damage) {
        ObjectNode document = (ObjectNode) json(bom("shop", TIME));
        damage.accept(document);

        assertThat(CycloneDxSchema.errors(document)).isNotEmpty();
    }

    private static OutputFile bom(String description, Instant time) {
        Platform platform = platform(description);
        List<ChartArchive> parts = platform.components().stream()
                .map(Component::name)
                .map(name -> archive(name, List.of()))
                .toList();
        ChartArchive whole = archive(
                platform.environment().chartName(),
                parts.stream().map(ChartArchive::chart).toList());
        return BillOfMaterials.of(platform, new PackedCharts(whole, parts), time);
    }

    /** One application's image has a digest, the other's none. */
    private static Platform platform(String description) {
        Application api = TestPlatforms.application("api", List.of(), List.of());
        Application worker = TestPlatforms.application("worker", List.of(), List.of());
        return TestPlatforms.platform(description, List.of(pinned(api), worker), Optional.empty());
    }

    private static Application pinned(Application plain) {
        return new Application(
                plain.name(),
                plain.description(),
                plain.namespace(),
                plain.image().withDigest(Digest.of("image".getBytes(UTF_8)).value()),
                plain.workload(),
                plain.network(),
                plain.data(),
                plain.security());
    }

    private static ChartArchive archive(String name, List<Chart> parts) {
        byte[] content = name.getBytes(UTF_8);
        Chart chart = new Chart(name, "1.2.3+build.5", List.of(), parts);
        return new ChartArchive(chart, content, Digest.of(content), Digest.of(content));
    }

    private static String number(OutputFile bom) {
        return json(bom).path("serialNumber").asString();
    }

    private static JsonNode json(OutputFile bom) {
        return JsonMapper.shared().readTree(text(bom));
    }

    private static String text(OutputFile bom) {
        return new String(bom.content(), UTF_8);
    }
}
