package dev.chartwright.load;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.ImageLock;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/**
 * The lock of a platform's images, where there is one.
 *
 * @param file how messages name it
 * @param lock what it says
 */
record LockedImages(String file, Optional<ImageLock> lock) {
    private static final String SCHEMA = "images.lock.schema.json";

    /** What pins nothing. */
    static LockedImages none() {
        return new LockedImages(ImageLock.FILE, Optional.empty());
    }

    /** Reads the lock beside the values. */
    static LockedImages read(ValuesFolder values, Path schemaFolder) {
        Path path = values.path().resolve(ImageLock.FILE);
        String file = ValuesFolder.label(path);
        return new LockedImages(
                file,
                Files.exists(path)
                        ? Optional.of(read(new YamlReader().read(path, file), schemaFolder))
                        : Optional.empty());
    }

    private static ImageLock read(YamlDocument document, Path schemaFolder) {
        List<Problem> problems =
                new SchemaFolder(schemaFolder).schema(SCHEMA).check(document.root(), document.origins());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : document.root().path("images").properties()) {
            digests.put(entry.getKey(), new Digest(entry.getValue().asString()));
        }
        return new ImageLock(digests);
    }
}
