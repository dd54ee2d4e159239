package dev.chartwright.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.component.AddonType;
import dev.chartwright.component.ComponentType;
import dev.chartwright.component.Condition;
import dev.chartwright.component.ConnectionType;
import dev.chartwright.component.PodsType;
import dev.chartwright.component.PortsType;
import dev.chartwright.component.Scopes;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** What {@code component.yaml} names is there: pods and ports in the file itself, paths in the schema of its section. */
final class ComponentCheck {
    private static final Set<String> CONDITIONS = Set.of("when");
    private static final Set<String> PATHS = Set.of("operator", "resources", "replicas", "at", "keysAt");
    private static final String NAME = "name";
    private static final String SENTENCE = "what";
    private static final String NEED = "need.";

    /** Paths in them lead into custom resources. */
    private static final Set<String> OBJECTS = Set.of("objects", "frozen");

    private final ComponentType type;
    private final JsonNode file;
    private final Origins origins;
    private final SchemaPaths paths;
    private final List<Problem> problems = new ArrayList<>();

    /**
     * A check of one file.
     *
     * @param type what it says
     * @param file the file
     * @param origins where each of its values stands
     * @param paths the schema of the values
     */
    ComponentCheck(ComponentType type, JsonNode file, Origins origins, SchemaPaths paths) {
        this.type = type;
        this.file = file;
        this.origins = origins;
        this.paths = paths;
    }

    /** Everything that is wrong with it. */
    List<Problem> problems() {
        if (!paths.hasSection(type.name())) {
            problems.add(new Problem(
                    origins.document(),
                    "component-section",
                    "the schema of the values has no section " + Quote.of(type.name()),
                    "a component is described in the section of its folder's name",
                    "name the folder after a section, or remove its `component.yaml`"));
            return problems;
        }
        pods();
        file.properties().stream()
                .filter(entry -> !OBJECTS.contains(entry.getKey()))
                .forEach(entry -> walk(entry.getValue(), Origins.pointer(entry.getKey()), entry.getKey()));
        sentences();
        ends();
        problems.addAll(new DerivedCheck(type, origins, paths).problems());
        problems.addAll(new PortsCheck(type, file, origins, paths).problems());
        problems.addAll(new ObjectsCheck(type, origins).problems().toList());
        return problems;
    }

    private void pods() {
        Set<String> known = type.pods().stream().map(PodsType::name).collect(Collectors.toCollection(TreeSet::new));
        named("/edge/pods", known);
        named("/test/to", known);
        type.services().forEach(service -> {
            String at = Origins.pointer("services", service.name());
            named(at + "/pods", known);
            keys(at + "/ports", portsOf(List.of(service.pods())));
            named(at + "/http", service.ports().stream().map(PortsType::name).toList());
        });
        named("/edge/ports", portsOf(type.edge().map(edge -> edge.pods()).orElse(List.of())));
        named("/test/ports", portsOf(type.test().map(test -> test.to()).orElse(List.of())));
        for (int i = 0; i < type.connections().size(); i++) {
            String at = "/connections/" + i;
            named(at + "/from", known);
            named(at + "/to", known);
            named(at + "/ports", portsOf(List.of(type.connections().get(i).to())));
        }
        type.needs().forEach(need -> {
            for (int i = 0; i < need.opens().size(); i++) {
                String at = Origins.pointer("needs", need.name(), "opens") + "/" + i;
                named(at + "/to", known);
                named(at + "/ports", portsOf(need.opens().get(i).to()));
            }
        });
    }

    private Set<String> portsOf(List<String> pods) {
        return type.pods().stream()
                .filter(one -> pods.contains(one.name()))
                .flatMap(one -> one.ports().stream())
                .map(PortsType::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** One name, or a list of them. */
    private void named(String pointer, Collection<String> known) {
        JsonNode names = file.at(pointer);
        if (names.isString()) {
            name(pointer, names.asString(), known);
        }
        for (int i = 0; names.isArray() && i < names.size(); i++) {
            name(pointer + "/" + i, names.get(i).asString(), known);
        }
    }

    private void keys(String pointer, Collection<String> known) {
        file.at(pointer).propertyNames().forEach(name -> name(pointer + Origins.pointer(name), name, known));
    }

    private void name(String pointer, String name, Collection<String> known) {
        if (!known.contains(name)) {
            problems.add(new Problem(
                    file.at(pointer).isString() && file.at(pointer).asString().equals(name)
                            ? origins.value(pointer)
                            : origins.key(pointer),
                    "component-name",
                    Quote.of(name) + " names nothing here",
                    known.isEmpty() ? "the pods have no ports" : "there are " + NearestNames.list(known),
                    known.isEmpty() ? "give the pods `ports`" : NearestNames.advice(name, known)));
        }
    }

    private void walk(JsonNode node, String pointer, String key) {
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            entry -> walk(entry.getValue(), pointer + Origins.pointer(entry.getKey()), entry.getKey()));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, key);
            }
        } else if (node.isString()) {
            pathsIn(node.asString(), key)
                    .filter(path -> !path.startsWith(NEED) && !isOwnName(path) && !paths.leadsSomewhere(type, path))
                    .forEach(path -> astray(pointer, path));
            required(node.asString(), pointer);
        }
    }

    /** Paths whose values are read as what they are. */
    private void ends() {
        for (PodsType one : type.pods()) {
            String at = Origins.pointer("pods", one.name());
            one.operator().ifPresent(path -> end(at + "/operator", path, paths.isOf(type, path, "Operator")));
            one.resources().ifPresent(path -> end(at + "/resources", path, paths.isOf(type, path, "Resources")));
            one.replicas().ifPresent(path -> end(at + "/replicas", path, paths.isNumber(type, path)));
        }
        for (int i = 0; i < type.connections().size(); i++) {
            ConnectionType connection = type.connections().get(i);
            if (connection.from().isPresent() == connection.addon().isPresent()) {
                problems.add(new Problem(
                        origins.key("/connections/" + i),
                        "component-name",
                        "the connection has " + (connection.from().isPresent() ? "both" : "none")
                                + " of `from` and `addon`",
                        "one of them opens it",
                        "write `from` with the name of pods, or `addon` with that of an add-on"));
            }
        }
    }

    private void end(String pointer, String path, boolean right) {
        if (!right && paths.leadsSomewhere(type, path)) {
            String key = pointer.substring(pointer.lastIndexOf('/') + 1);
            problems.add(new Problem(
                    origins.value(pointer),
                    "component-path",
                    "the path " + Quote.of(path) + " leads to no " + key,
                    "what stands there is read as such",
                    "name the path of " + key));
        }
    }

    /** Their tags begin in what they are about. */
    private void sentences() {
        for (int i = 0; i < type.addons().size(); i++) {
            AddonType needed = type.addons().get(i);
            String pointer = "/addons/" + i + "/what";
            Scopes.paths(needed.what())
                    .filter(tag -> !tag.equals(NAME))
                    .map(tag -> needed.at() + "." + tag)
                    .filter(path -> !paths.leadsSomewhere(type, path))
                    .forEach(path -> astray(pointer, path));
        }
    }

    private static Stream<String> pathsIn(String text, String key) {
        if (CONDITIONS.contains(key)) {
            return Condition.of(text).paths();
        }
        return PATHS.contains(key) ? Stream.of(text) : SENTENCE.equals(key) ? Stream.empty() : Scopes.paths(text);
    }

    private boolean isOwnName(String path) {
        return type.names().stream().anyMatch(name -> path.equals(type.name() + "." + name.name()));
    }

    private void astray(String pointer, String path) {
        String before = path.substring(0, path.lastIndexOf('.') + 1);
        List<String> known =
                paths.keys(type, path).stream().map(key -> before + key).toList();
        problems.add(new Problem(
                origins.value(pointer),
                "component-path",
                "the path " + Quote.of(path) + " leads nowhere",
                "paths begin in the section " + Quote.of(type.name())
                        + ", or with `platform.` at the top of the values",
                known.isEmpty() ? "name what the schema of the values has" : NearestNames.advice(path, known)));
    }

    /** A label or a name that is not there would find other pods than the file means. */
    private void required(String text, String pointer) {
        boolean whole = pointer.startsWith("/pods/") && pointer.contains("/labels/")
                || pointer.startsWith("/services/") && pointer.endsWith("/service");
        Stream.of(text)
                .filter(written -> whole)
                .flatMap(Scopes::paths)
                .filter(path -> paths.leadsSomewhere(type, path) && !paths.isAlwaysThere(type, path))
                .forEach(path -> problems.add(new Problem(
                        origins.value(pointer),
                        "component-path",
                        "the path " + Quote.of(path) + " may lead nowhere",
                        "without it nobody could find the pods or the Service",
                        "require " + Quote.of(path) + " in the schema, or give it a default there")));
    }
}
