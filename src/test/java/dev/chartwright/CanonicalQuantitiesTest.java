package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.chartwright.model.Quantity;
import dev.chartwright.model.QuantityNotation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Custom resources spell quantities as Kubernetes does, however values and the one who installs spell them. */
class CanonicalQuantitiesTest {
    private static final long SEED = 20_261_129;
    private static final int RUNS = 300;
    private static final List<String> UNITS =
            List.of("", "", "m", "u", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "e3", "E-2");
    private static final Quantity LARGEST = Quantity.parse("1P").orElseThrow();
    private static final List<String> FRACTIONS = List.of("", "", "", ".", ".5", ".50", ".25", ".1", ".125");

    @TempDir
    private Path folder;

    /** Knobs as people write them, each unlike what an operator makes of it. */
    @ParameterizedTest
    @CsvSource({
        "rabbitmq, cluster, RabbitmqCluster, /spec/resources/, /spec/persistence/storage",
        "redis-operator, instance, Redis, /spec/kubernetesConfig/resources/, /spec/storage/volumeClaimTemplate/spec/resources/requests/storage",
        "minio, tenant, Tenant, /spec/pools/0/resources/, /spec/pools/0/volumeClaimTemplate/spec/resources/requests/storage"
    })
    void areSpeltByTheTemplates(String chart, String part, String kind, String resources, String storage)
            throws IOException {
        String knobs = """
                %s:
                  %s:
                    storage: {size: 2048Mi}
                    resources:
                      requests: {cpu: 0.5, memory: 1.5Gi, ephemeral-storage: 1000000}
                      limits: {cpu: 2, memory: 1.1Gi, ephemeral-storage: "1000M"}
                """.formatted(chart, part);

        JsonNode object = rendered(BuiltPlatform.of(BuiltPlatform.CODEDANG, "stage"), knobs)
                .filter(each -> each.path("kind").asString("").equals(kind))
                .findFirst()
                .orElseThrow();

        assertThat(object.at(storage).stringValue()).isEqualTo("2Gi");
        assertThat(object.at(resources + "requests")).isEqualTo(json("""
                {"cpu": "500m", "memory": "1536Mi", "ephemeral-storage": "1M"}
                """));
        assertThat(object.at(resources + "limits")).isEqualTo(json("""
                {"cpu": "2", "memory": "1181116006400m", "ephemeral-storage": "1G"}
                """));
    }

    /** The helper of the charts against the one spelling that Kubernetes has. */
    @Test
    void areSpeltAsKubernetesSpellsThem() throws IOException {
        Random random = new Random(SEED);
        Map<String, String> written = IntStream.range(0, RUNS)
                .boxed()
                .collect(Collectors.toMap(run -> "example.com/q" + run, run -> quantity(random)));
        String knobs = "rabbitmq: {cluster: {resources: {requests: %s}}}"
                .formatted(JsonMapper.shared().writeValueAsString(written));

        JsonNode requests = rendered(BuiltPlatform.of(BuiltPlatform.CODEDANG, "stage"), knobs)
                .filter(object -> object.path("kind").asString("").equals("RabbitmqCluster"))
                .map(object -> object.at("/spec/resources/requests"))
                .findFirst()
                .orElseThrow();

        assertThat(written).allSatisfy((name, text) -> {
            String spelt = requests.path(name).stringValue();
            assertThat(QuantityNotation.canonical(spelt)).as(text).hasValue(spelt);
            assertThat(Quantity.parse(spelt)).as(text + " " + spelt).isEqualTo(Quantity.parse(text));
        });
    }

    /** Up to a thousand terabytes: of more, a floating-point number keeps not every byte. */
    private static String quantity(Random random) {
        return Stream.generate(() -> random.nextInt(10_000)
                        + "0".repeat(random.nextInt(4))
                        + FRACTIONS.get(random.nextInt(FRACTIONS.size()))
                        + UNITS.get(random.nextInt(UNITS.size())))
                .filter(text -> Quantity.parse(text).orElseThrow().compareTo(LARGEST) < 0)
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> rendered(BuiltPlatform built, String knobs) throws IOException {
        Path given = Files.writeString(folder.resolve("knobs.yaml"), knobs);
        String manifests = BuiltPlatform.template(BuiltPlatform.pack(built.chart(), folder))
                .withValuesFile(built.secrets(folder))
                .withValuesFile(given)
                .call();
        return BuiltPlatform.parse(manifests).stream()
                .map(object -> JsonMapper.shared().valueToTree(object));
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
