package dev.chartwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import dev.chartwright.yaml.YamlReader;

/** A copy of the values of one valid environment, to be broken and mended again. */
final class BrokenValues {
    private static final ChartValidator VALIDATOR = new ChartValidator(BuiltPlatform.SCHEMA);
    private static final ChartAssembler ASSEMBLER = new ChartAssembler(BuiltPlatform.SCHEMA);
    private static final TemplateRenderer RENDERER = new TemplateRenderer(BuiltPlatform.TEMPLATES);

    private final Path folder;
    private final String environment;
    private final LoadedPlatform valid;
    private final List<Subject> others;
    private final Map<String, BrokenNode> roots = new HashMap<>();

    /** Copies the values of an environment into an empty folder. */
    BrokenValues(Path values, String environment, Path folder) throws IOException {
        this.folder = folder;
        this.environment = environment;
        for (String file : List.of("base.yaml", environment + ".yaml")) {
            String text = Files.readString(values.resolve(file));
            Files.writeString(folder.resolve(file), text);
            roots.put(
                    file,
                    new BrokenNode(
                            Lines.of(text), new YamlReader().read(text, file).origins(), ""));
        }
        valid = new PlatformLoader(folder, BuiltPlatform.SCHEMA, Path.of("templates")).load(environment);
        PlatformLoader all = new PlatformLoader(values, BuiltPlatform.SCHEMA, Path.of("templates"));
        others = all.environments().stream()
                .filter(name -> !name.equals(environment))
                .map(all::load)
                .map(other -> Subject.alone(other.platform(), other.origins()))
                .toList();
    }

    String environment() {
        return environment;
    }

    Origins origins() {
        return valid.origins();
    }

    /** A file and a node of it that a mutation changes, in what the environment is made of. */
    record Place(BrokenValues values, String file, BrokenNode node) {}

    /** Nodes of both files that a mutation fits. */
    List<Place> places(Mutation kind) {
        List<Place> places = new ArrayList<>();
        if (!environment.matches(kind.only())) {
            return places;
        }
        roots.forEach((file, root) -> root.origins().values().keySet().stream()
                .filter(pointer -> kind.pointer().matcher(pointer).matches())
                .filter(pointer -> counts(pointer, file))
                .sorted()
                .map(pointer -> new BrokenNode(root.lines(), root.origins(), pointer))
                .filter(node -> changes(kind, file, node))
                .forEach(node -> places.add(new Place(this, file, node))));
        return places;
    }

    /** Whether the text changes, and what the other file says of it does not hide that. */
    private boolean changes(Mutation kind, String file, BrokenNode node) {
        Broken broken = kind.breakage().apply(node, new Random(0));
        boolean isGone = broken.first() == 0 || broken.isRenamed();
        String hidden = broken.child().isEmpty()
                ? node.pointer()
                : node.child(broken.child()).pointer();
        boolean isBase = file.equals("base.yaml");
        boolean empties = broken.first() == 0 && !node.hasSibling() && !isBase;
        boolean hides = isElsewhere(hidden, file)
                && (isGone && !isBase || !broken.child().isEmpty() && isBase);
        return !broken.lines().equals(node.lines().lines()) && !empties && !hides;
    }

    /** Whether the other file says something there as well, so that it may hide a change. */
    boolean isElsewhere(String pointer, String file) {
        return roots.entrySet().stream()
                .filter(root -> !root.getKey().equals(file))
                .anyMatch(root -> root.getValue().origins().keys().containsKey(pointer));
    }

    /** Whether no other file replaces it. */
    private boolean counts(String pointer, String file) {
        Location place = valid.origins().values().get(pointer);
        return place != null && name(place).equals(file)
                || roots.get(file).origins().keys().containsKey(pointer) && isShared(pointer, place);
    }

    /** A map that both files have keeps its first place. */
    private boolean isShared(String pointer, Location place) {
        return place != null && roots.values().stream().allMatch(root -> isMap(root, pointer));
    }

    private static boolean isMap(BrokenNode root, String pointer) {
        return root.origins().keys().keySet().stream().anyMatch(other -> other.startsWith(pointer + "/"));
    }

    static String name(Location place) {
        return place.file().substring(place.file().lastIndexOf('/') + 1);
    }

    /** What is told of a broken file; empty when it means the same as before. */
    Optional<List<Problem>> problems(String file, Broken broken) throws IOException {
        Files.writeString(folder.resolve(file), String.join("\n", broken.lines()) + "\n");
        try {
            LoadedPlatform input =
                    new PlatformLoader(folder, BuiltPlatform.SCHEMA, Path.of("templates")).load(environment);
            return input.platform().equals(valid.platform()) ? Optional.empty() : Optional.of(problems(input));
        } catch (ProblemsException found) {
            return Optional.of(found.problems());
        } finally {
            Files.writeString(
                    folder.resolve(file),
                    String.join("\n", roots.get(file).lines().lines()) + "\n");
        }
    }

    private List<Problem> problems(LoadedPlatform input) {
        Subject subject = new Subject(input.platform(), input.origins(), () -> others);
        List<Problem> found = VALIDATOR.check(subject);
        return found.isEmpty() ? rendered(subject) : found;
    }

    private List<Problem> rendered(Subject subject) {
        Chart chart = ASSEMBLER.assemble(subject.platform(), RENDERER.render(subject.platform()));
        return VALIDATOR.check(subject, chart, () -> traced(subject)).problems();
    }

    private static TracedChart traced(Subject subject) {
        TracedFiles files = RENDERER.trace(subject.platform());
        return new TracedChart(ASSEMBLER.assemble(subject.platform(), files.files()), files.lines(), files.templates());
    }

    /** Places of both files whose text names something: keys and values. */
    Stream<Location> naming(String name) {
        Pattern naming = Pattern.compile("(?:.*[^-A-Za-z0-9]|.*%>-)?" + Pattern.quote(name) + "(?:[^-A-Za-z0-9].*)?");
        return roots.entrySet().stream()
                .flatMap(root -> Stream.concat(
                                root.getValue().origins().values().values().stream(),
                                root.getValue().origins().keys().values().stream())
                        .filter(place -> naming.matcher(text(place)).matches()));
    }

    /** Places of both files that a pointer stands at. */
    Stream<Location> at(String pointer) {
        return roots.values().stream()
                .map(BrokenNode::origins)
                .flatMap(origins -> Stream.of(origins.keys(), origins.values()))
                .flatMap(places -> Stream.ofNullable(places.get(pointer)));
    }

    /** The token at a place of the valid files; empty for collections. */
    private String text(Location place) {
        BrokenNode root = roots.get(name(place));
        return root == null || place.line() == 0 || place.length() < 2
                ? ""
                : root.lines().token(place);
    }
}
