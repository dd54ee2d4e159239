package dev.chartwright.validate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Types of knobs that are passed on as they are have the keys of Kubernetes' own types: no fewer, and no more. */
class ValueTypesTest {
    private static JsonNode ours;
    private static JsonNode kubernetes;

    @BeforeAll
    static void read() throws IOException {
        ours = JsonMapper.shared().readTree(Files.readString(Path.of("schema/values.types.json")));
        try (InputStream schema = ValueTypesTest.class.getResourceAsStream("kubernetes.schema.json")) {
            kubernetes = JsonMapper.shared().readTree(schema);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "affinity, V1Affinity",
        "nodeTerm, V1NodeSelectorTerm",
        "labelSelector, V1LabelSelector",
    })
    void hasTheKeysOfKubernetes(String type, String kind) {
        assertSame(type, ours.at("/definitions/" + type), kubernetes.at("/definitions/" + kind));
    }

    @Test
    void tolerationsHaveTheKeysOfKubernetes() {
        assertSame(
                "tolerations", ours.at("/definitions/tolerations/items"), kubernetes.at("/definitions/V1Toleration"));
    }

    private static void assertSame(String place, JsonNode written, JsonNode wanted) {
        JsonNode own = resolved(ours, written);
        JsonNode theirs = resolved(kubernetes, wanted);
        assertThat(own.path("type")).as(place).isEqualTo(theirs.path("type"));
        assertThat(new TreeSet<>(own.path("properties").propertyNames()))
                .as(place)
                .isEqualTo(new TreeSet<>(theirs.path("properties").propertyNames()));
        own.path("properties")
                .properties()
                .forEach(property -> assertSame(
                        place + "." + property.getKey(),
                        property.getValue(),
                        theirs.path("properties").path(property.getKey())));
        if (own.has("items")) {
            assertSame(place + "[]", own.path("items"), theirs.path("items"));
        }
    }

    private static JsonNode resolved(JsonNode root, JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }
}
