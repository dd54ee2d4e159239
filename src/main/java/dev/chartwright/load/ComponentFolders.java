package dev.chartwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Components;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the folders of the templates say of their components. */
final class ComponentFolders {
    private static final String FILE = "component.yaml";
    private static final String SCHEMA = "component.schema.json";

    private final Path templates;
    private final SchemaFolder schemas;
    private final YamlReader reader = new YamlReader();

    /**
     * Reads folders.
     *
     * @param templates the folder that holds them
     * @param schemas the schema of what they say
     */
    ComponentFolders(Path templates, SchemaFolder schemas) {
        this.templates = templates;
        this.schemas = schemas;
    }

    /** Every component that is described, or everything that is wrong with the descriptions. */
    Components read() {
        DocumentSchema schema = schemas.schema(SCHEMA);
        List<Problem> problems = new ArrayList<>();
        List<ComponentType> types = new ArrayList<>();
        for (Path file : files()) {
            try {
                types.add(read(file, schema));
            } catch (ProblemsException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return new Components(types);
    }

    /** Whether a folder of templates is there is told when they are read. */
    private List<Path> files() {
        if (!Files.isDirectory(templates)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(templates)) {
            return folders.map(folder -> folder.resolve(FILE))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new OutsideException(
                    "the folder " + ValuesFolder.label(templates) + " could not be listed", unreadable);
        }
    }

    private ComponentType read(Path file, DocumentSchema schema) {
        YamlDocument document = reader.read(file, ValuesFolder.label(file));
        schema.fillDefaults(document.root());
        List<Problem> problems = schema.check(document.root(), document.origins());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        ((ObjectNode) document.root())
                .put("name", file.getParent().getFileName().toString());
        ImagePins pins = new ImagePins(LockedImages.none(), document.origins());
        return new RecordBinder(document.root(), document.origins(), Set.of(), pins)
                .bind(ComponentType.class)
                .orElseThrow(() -> new BugException(SCHEMA + " allows what the records cannot hold"));
    }
}
