package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

class AddonSchemasTest {
    private static final Path FILE = Path.of("src/main/resources/dev/chartwright/validate/addons.schema.json");

    @Test
    void areWhatTheirProjectsSay() throws IOException {
        String folder = System.getProperty("upstream.crds", "");
        assumeTrue(!folder.isEmpty(), "give the folder of the full definitions with -Dupstream.crds=FOLDER");

        String schemas = AddonModel.schemas(Path.of(folder));

        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(FILE, schemas);
            fail("wrote %s: review and commit", FILE);
        }
        assertThat(Files.readString(FILE)).isEqualTo(schemas);
    }
}
