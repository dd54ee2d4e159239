package dev.chartwright.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Components;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.yaml.YamlDocument;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what the folders of the templates say of their components. */
final class ComponentFolders {
    private static final String FILE = "component.yaml";
    private static final String SCHEMA = "component.schema.json";

    private final Path templates;
    private final SchemaFolder schemas;
    private final SchemaPaths paths;
    private final YamlReader reader = new YamlReader();

    /**
     * Reads folders.
     *
     * @param templates the folder that holds them
     * @param schemas the schema of what they say
     * @param paths the schema of the values
     */
    ComponentFolders(Path templates, SchemaFolder schemas, SchemaPaths paths) {
        this.templates = templates;
        this.schemas = schemas;
        this.paths = paths;
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
        stopAt(problems);
        Components components = new Components(types);
        secondEdge(components).ifPresent(problems::add);
        stopAt(problems);
        return components;
    }

    private List<Path> files() {
        if (!Files.isDirectory(templates)) {
            throw new ProblemsException(List.of(new Problem(
                    Location.ofFile(ValuesFolder.label(templates)),
                    "no-templates",
                    "there is no folder " + Quote.of(ValuesFolder.label(templates)),
                    "charts are rendered from the templates in it",
                    "create the folder, or name the one that holds the templates")));
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
        stopAt(schema.check(document.root(), document.origins()));
        JsonNode written = document.root().deepCopy();
        ((ObjectNode) document.root())
                .put("name", file.getParent().getFileName().toString());
        ImagePins pins = new ImagePins(LockedImages.none(), document.origins());
        ComponentType type = new RecordBinder(document.root(), document.origins(), Set.of(), pins)
                .bind(ComponentType.class)
                .orElseThrow(() -> new BugException(SCHEMA + " allows what the records cannot hold"));
        stopAt(new ComponentCheck(type, written, document.origins(), paths).problems());
        return type;
    }

    private Optional<Problem> secondEdge(Components components) {
        List<ComponentType> edges = components.types().stream()
                .filter(type -> type.edge().isPresent())
                .toList();
        return edges.stream()
                .skip(1)
                .findFirst()
                .map(type -> new Problem(
                        Location.ofFile(ValuesFolder.label(
                                templates.resolve(type.name()).resolve(FILE))),
                        "second-edge",
                        "`" + type.name() + "` has an `edge`, and so has `"
                                + edges.get(0).name() + "`",
                        "hosts lead to one router, and it to everything that is routed",
                        "remove one of them"));
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }
}
