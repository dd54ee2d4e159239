package dev.chartwright.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;

/** Compares the objects that Helm renders of two builds. */
public final class ChartDiff {
    private static final Pattern DOCUMENT = Pattern.compile("^---.*$", Pattern.MULTILINE);
    private static final Pattern SOURCE =
            Pattern.compile("^# Source: ([^/\n]+)/(?:charts/([^/\n]+)/)?", Pattern.MULTILINE);
    private static final int LONGEST = 60;

    /** They follow from what is compared anyway. */
    private static final List<String> DERIVED =
            List.of("helm.sh/chart", "app.kubernetes.io/version", "checksum/config");

    /** An object and the chart that it belongs to. */
    private record Rendered(String component, JsonNode root) {}

    private final List<Difference> differences = new ArrayList<>();

    private ChartDiff() {}

    /** Differences by component and object, sorted. */
    public static List<Difference> of(String before, String after) {
        ChartDiff diff = new ChartDiff();
        Map<String, Rendered> ones = objects(before);
        Map<String, Rendered> others = objects(after);
        SortedSet<String> names = new TreeSet<>(ones.keySet());
        names.addAll(others.keySet());
        names.forEach(name -> diff.object(name, ones, others));
        return diff.differences.stream()
                .sorted((one, other) -> one.component().compareTo(other.component()))
                .toList();
    }

    private void object(String name, Map<String, Rendered> ones, Map<String, Rendered> others) {
        if (!ones.containsKey(name)) {
            add(others.get(name).component(), name, "", "new");
        } else if (!others.containsKey(name)) {
            add(ones.get(name).component(), name, "gone", "");
        } else {
            String component = others.get(name).component();
            values(
                    component,
                    name + ":",
                    ones.get(name).root(),
                    others.get(name).root());
        }
    }

    private void values(String component, String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            SortedSet<String> keys = new TreeSet<>(before.propertyNames());
            keys.addAll(after.propertyNames());
            keys.stream()
                    .filter(key -> !DERIVED.contains(key))
                    .forEach(key -> values(component, join(path, key), before.path(key), after.path(key)));
        } else if (before.isArray() && after.isArray() && before.size() == after.size()) {
            for (int index = 0; index < after.size(); index++) {
                values(component, path + element(after.path(index), index), before.path(index), after.path(index));
            }
        } else {
            add(component, path, text(before), text(after));
        }
    }

    private static String join(String path, String key) {
        return path.endsWith(":") ? path + " " + key : path + "." + key;
    }

    private static String element(JsonNode element, int index) {
        String name = element.path("name").asString("");
        return "[" + (name.isEmpty() ? Integer.toString(index) : name) + "]";
    }

    private void add(String component, String path, String before, String after) {
        differences.add(new Difference(component, "", path, before, after));
    }

    private static String text(JsonNode value) {
        if (value.isMissingNode()) {
            return "";
        }
        String text = value.isString() ? value.stringValue() : value.toString();
        String line = text.replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static Map<String, Rendered> objects(String text) {
        Map<String, Rendered> objects = new TreeMap<>();
        for (String document : DOCUMENT.split(text)) {
            Matcher source = SOURCE.matcher(document);
            JsonNode root = new YamlReader().read(document, "rendered").root();
            if (source.find() && root.isObject()) {
                String component = source.group(2) == null ? source.group(1) : source.group(2);
                objects.put(name(root), new Rendered(component, root));
            }
        }
        return objects;
    }

    private static String name(JsonNode root) {
        String namespace = root.path("metadata").path("namespace").asString("");
        return Stream.of(
                        root.path("kind").asString(""),
                        (namespace.isEmpty() ? "" : namespace + "/")
                                + root.path("metadata").path("name").asString(""))
                .reduce((kind, name) -> kind + " " + name)
                .orElseThrow();
    }
}
