package dev.chartwright.crds;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.chartwright.chart.Digest;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/**
 * What {@code crds.lock.yaml} says.
 *
 * @param file the lock, as messages name it
 * @param crds its files, in the order of the lock
 */
public record CrdLock(String file, List<LockedCrd> crds) {
    private static final String FILE = "crds.lock.yaml";
    private static final String SCHEMA = "crds.lock.schema.json";

    /** Reads the lock of a schema folder. */
    public static CrdLock read(Path schemaFolder) {
        YamlReader reader = new YamlReader();
        String label = label(schemaFolder.resolve(FILE));
        SchemaFolder schemas = new SchemaFolder(schemaFolder);
        schemas.want(FILE);
        YamlDocument document = reader.read(schemaFolder.resolve(FILE), label);
        List<Problem> problems =
                new SchemaFolder(schemaFolder).schema(SCHEMA).check(document.root(), document.origins());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new CrdLock(
                label,
                document.root().path("crds").properties().stream()
                        .map(entry -> locked(entry, document.origins()))
                        .toList());
    }

    List<String> fileNames() {
        return crds.stream().map(LockedCrd::fileName).toList();
    }

    private static LockedCrd locked(Map.Entry<String, JsonNode> entry, Origins origins) {
        JsonNode file = entry.getValue();
        return new LockedCrd(
                entry.getKey(),
                file.path("part").asString(),
                file.path("version").asString(),
                file.path("licence").asString(),
                URI.create(file.path("url").asString()),
                file.path("mirror").asString(),
                new Digest("sha256:" + file.path("sha256").asString()),
                origins.value(Origins.pointer("crds", entry.getKey(), "sha256")));
    }

    static String label(Path path) {
        return path.toString().replace('\\', '/');
    }
}
