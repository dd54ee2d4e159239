package dev.chartwright.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

class KubernetesSchemaTest {
    private static final Path FILE = Path.of("src/main/resources/dev/chartwright/validate/kubernetes.schema.json");

    @Test
    void isWhatTheClientSays() throws IOException, ClassNotFoundException {
        String schema = KubernetesModel.schema();
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, schema);
            fail("wrote %s: review and commit", FILE);
        }
        assertThat(Files.readString(FILE)).isEqualTo(schema);
    }
}
