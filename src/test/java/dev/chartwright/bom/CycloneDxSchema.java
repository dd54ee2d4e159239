package dev.chartwright.bom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.cyclonedx.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;

/** CycloneDX's own schema of version 1.6. */
public final class CycloneDxSchema {
    private static final String BASE = "http://cyclonedx.org/schema/";
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(
                    SpecificationVersion.DRAFT_7, registry -> registry.schemas(referred()))
            .getSchema(text("bom-1.6.schema.json"));

    private CycloneDxSchema() {}

    /** What is wrong with a document. */
    public static List<String> errors(String json) {
        return errors(JsonMapper.shared().readTree(json));
    }

    static List<String> errors(JsonNode document) {
        return SCHEMA.validate(document).stream().map(Error::toString).toList();
    }

    private static Map<String, String> referred() {
        return Stream.of("spdx.schema.json", "jsf-0.82.schema.json")
                .collect(Collectors.toMap(name -> BASE + name, CycloneDxSchema::text));
    }

    private static String text(String name) {
        try (InputStream schema = Version.class.getResourceAsStream("/" + name)) {
            return new String(schema.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
