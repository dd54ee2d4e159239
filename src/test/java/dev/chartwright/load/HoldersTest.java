package dev.chartwright.load;

import java.util.Map;
import java.util.TreeMap;

import dev.chartwright.problem.Location;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class HoldersTest {
    private static final Location IN_BASE = Location.ofFile("base.yaml");
    private static final Location IN_STAGE = Location.ofFile("stage.yaml");

    private static final Holders HOLDERS = new Holders(
            layer("base.yaml", "redis: {}\napplications: { web: {} }\n"),
            new TreeMap<>(Map.of(
                    "live", layer("live.yaml", "applications: { web: null }\n"),
                    "stage", layer("stage.yaml", "redis: {}\nminio: {}\n"),
                    "test", layer("test.yaml", "applications: { web: { replicas: 1 } }\n"))));

    private static Layer layer(String file, String text) {
        YamlDocument document = new YamlReader().read(text, file);
        return new Layer(
                file,
                text,
                (ObjectNode) document.root(),
                new TreeMap<>(document.origins().keys()),
                new TreeMap<>(document.origins().values()));
    }

    @Test
    void findsAPartWhereItIsWritten() {
        assertThat(HOLDERS.places("/minio")).isEqualTo("`stage` has it (stage.yaml:2:1)");
        assertThat(HOLDERS.places("/postgres")).isEmpty();
    }

    @Test
    void knowsThatABaseIsSharedUnlessAFileTakesSomethingAway() {
        assertThat(HOLDERS.places("/applications/web"))
                .isEqualTo("`stage` has it (base.yaml:2:17), `test` has it (test.yaml:1:17)");
    }

    @Test
    void namesAllThatLackAPartWhenTheyShareThePlace() {
        assertThat(HOLDERS.without("/minio", IN_BASE, "live")).isEqualTo("`live`, `test` do not have");
        assertThat(HOLDERS.without("/minio", IN_STAGE, "live")).isEqualTo("`live` does not have");
    }
}
