package dev.chartwright.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Components;
import dev.chartwright.model.ImageLock;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.BugException;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.schema.DocumentSchema;
import dev.chartwright.schema.SchemaFolder;
import dev.chartwright.schema.Violation;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.node.ObjectNode;

/**
 * Loads environments from their YAML files.
 *
 * <p>Base, schema and lock are read once, when the first environment is loaded; safe for several threads.
 */
public final class PlatformLoader {
    private static final String SCHEMA = "environment.schema.json";

    /** Sections that the program itself knows. */
    private static final Set<String> OWN_SECTIONS = Set.of("environment", "cluster", "applications", "exemptions");

    private final ValuesFolder values;
    private final Path schemas;
    private final Path templates;
    private final YamlReader reader = new YamlReader();
    private Optional<Layer> base = Optional.empty();
    private Optional<DocumentSchema> schema = Optional.empty();
    private Optional<LockedImages> images = Optional.empty();
    private Optional<Components> components = Optional.empty();

    /**
     * A loader for one platform.
     *
     * @param valuesFolder folder of the values files, as messages shall name it
     * @param schemaFolder folder of {@code environment.schema.json}
     * @param templatesFolder folder of the components
     */
    public PlatformLoader(Path valuesFolder, Path schemaFolder, Path templatesFolder) {
        values = new ValuesFolder(valuesFolder);
        schemas = schemaFolder;
        templates = templatesFolder;
    }

    /** A loader that gives images as their files have them, whether they are locked or not. */
    public static PlatformLoader withoutLock(Path valuesFolder, Path schemaFolder, Path templatesFolder) {
        PlatformLoader loader = new PlatformLoader(valuesFolder, schemaFolder, templatesFolder);
        loader.images = Optional.of(LockedImages.none());
        return loader;
    }

    /** Names of all environments, sorted; at least one. */
    public List<String> environments() {
        return values.environments();
    }

    /** The lock of the platform's images, where there is one. */
    public Optional<ImageLock> lock() {
        return LockedImages.read(values, schemas).lock();
    }

    /** Every environment, complete, or everything that is wrong with any. */
    public List<LoadedPlatform> loadAll() {
        List<Problem> problems = new ArrayList<>();
        List<LoadedPlatform> platforms = new ArrayList<>();
        for (String environment : environments()) {
            try {
                platforms.add(load(environment));
            } catch (ProblemsException wrong) {
                problems.addAll(wrong.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return platforms;
    }

    /** The environment, complete, or everything that is wrong with it. */
    public LoadedPlatform load(String environment) {
        values.check(environment);
        List<Layer> layers = layers(environment);
        MergedDocument document = merge(layers, environment);
        schema().fillDefaults(document.root());
        Origins origins = document.origins();
        References references = new References(
                document.root(),
                new DerivedNames(document.root(), components(), new SchemaPaths(schema().tree())),
                new ReferencePlaces(texts(layers), origins),
                this::holders);
        references.resolve();
        new MirrorReaders(document.root()).fill();
        List<Problem> problems = new ArrayList<>(document.problems());
        problems.addAll(references.problems());
        return bind(document.root(), origins, references.unresolved(), problems);
    }

    private LoadedPlatform bind(ObjectNode root, Origins origins, Set<String> unresolved, List<Problem> problems) {
        Set<String> faulty = new HashSet<>(unresolved);
        for (Violation violation : schema().violations(root, origins)) {
            if (!unresolved.contains(violation.pointer())) {
                faulty.add(violation.pointer());
                problems.add(violation.problem());
            }
        }
        undescribed(root, origins).forEach(problems::add);
        ImagePins pins = new ImagePins(images(problems), origins);
        RecordBinder binder = new RecordBinder(root, origins, faulty, pins);
        Optional<Platform> platform = binder.bind(Platform.class);
        problems.addAll(binder.problems());
        problems.addAll(pins.problems());
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        Platform bound = platform.orElseThrow(() -> new BugException(SCHEMA + " allows what the records cannot hold"));
        return new LoadedPlatform(bound.with(components().facets(PlainValues.map(root))), origins, pins.placed());
    }

    /** What nobody describes would be rendered, and no policy would know it. */
    private Stream<Problem> undescribed(ObjectNode root, Origins origins) {
        Set<String> known =
                components().types().stream().map(ComponentType::name).collect(Collectors.toSet());
        return root.propertyStream()
                .map(Map.Entry::getKey)
                .filter(section -> schema().tree().path("properties").has(section))
                .filter(section -> !OWN_SECTIONS.contains(section) && !known.contains(section))
                .map(section -> new Problem(
                        origins.key("/" + section),
                        "missing-component",
                        "no folder describes `" + section + "`",
                        "what a component is to the others stands in `component.yaml` of the folder of its name",
                        "add `" + ValuesFolder.label(templates.resolve(section).resolve("component.yaml"))
                                + "`, or name the folder that has it with `--templates`"));
    }

    private MergedDocument merge(List<Layer> layers, String environment) {
        MergedDocument document = new MergedDocument();
        layers.forEach(document::with);
        document.setName(environment);
        return document;
    }

    /** Both layers, or the problems of both. */
    private List<Layer> layers(String environment) {
        List<Problem> problems = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        try {
            layers.add(base());
        } catch (ProblemsException unreadable) {
            problems.addAll(unreadable.problems());
        }
        try {
            layers.add(Layer.read(values.file(environment), reader));
        } catch (ProblemsException unreadable) {
            problems.addAll(unreadable.problems());
        }
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
        return layers;
    }

    /** All environments, as far as their files can be read. */
    private Holders holders() {
        SortedMap<String, Layer> own = new TreeMap<>();
        for (String environment : values.environments()) {
            try {
                own.put(environment, Layer.read(values.file(environment), reader));
            } catch (ProblemsException told) {
                continue; // when that environment is loaded
            }
        }
        return new Holders(base(), own);
    }

    private synchronized Layer base() {
        if (base.isEmpty()) {
            base = Optional.of(Layer.read(values.base(), reader));
        }
        return base.get();
    }

    /** What is locked; nothing, and its problems, when the lock cannot be read. */
    private LockedImages images(List<Problem> problems) {
        try {
            return images();
        } catch (ProblemsException unreadable) {
            problems.addAll(unreadable.problems());
            return LockedImages.none();
        }
    }

    private synchronized LockedImages images() {
        if (images.isEmpty()) {
            images = Optional.of(LockedImages.read(values, schemas));
        }
        return images.get();
    }

    private synchronized DocumentSchema schema() {
        if (schema.isEmpty()) {
            schema = Optional.of(new SchemaFolder(schemas).schema(SCHEMA));
        }
        return schema.get();
    }

    /** Every component in force. */
    public synchronized Components components() {
        if (components.isEmpty()) {
            components = Optional.of(
                    new ComponentFolders(templates, new SchemaFolder(schemas), new SchemaPaths(schema().tree()))
                            .read());
        }
        return components.get();
    }

    private static Map<String, String> texts(List<Layer> layers) {
        return Map.of(
                layers.get(0).file(), layers.get(0).text(),
                layers.get(1).file(), layers.get(1).text());
    }
}
