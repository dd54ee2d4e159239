package dev.chartwright;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.problem.Origins;
import dev.chartwright.yaml.YamlReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every rule of a chart's values.schema.json, negated at every place where it holds. */
final class SchemaRules {
    private static final Set<String> NO_RULES =
            Set.of("$schema", "$ref", "title", "description", "default", "definitions");

    private static final int FITTING = 5;
    private static final JsonNodeFactory LIST = JsonNodeFactory.instance;

    /** What broke the same rule of an earlier chart. */
    private static final Map<String, JsonNode> KNOWN = new HashMap<>();

    /**
     * A place of the values.
     *
     * @param schema what holds there
     * @param pointer where that stands in the document of the schema
     * @param place JSON pointer into the values
     * @param values gives the values with one at the place, and what it needs around it
     */
    private record Spot(JsonNode schema, String pointer, String place, UnaryOperator<JsonNode> values) {}

    private final JsonNode root;
    private final JsonNode defaults;
    private final Schema compiled;
    private final SchemaSamples samples;
    private final List<SchemaRule> rules = new ArrayList<>();
    private final List<String> unbroken = new ArrayList<>();
    private final List<String> loose = new ArrayList<>();

    private SchemaRules(Chart chart) {
        root = JsonMapper.shared().readTree(text(chart, "values.schema.json"));
        defaults =
                new YamlReader().read(text(chart, "values.yaml"), "values.yaml").root();
        compiled =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(root);
        samples = new SchemaSamples(this::resolved);
    }

    static SchemaRules of(Chart chart) {
        SchemaRules rules = new SchemaRules(chart);
        rules.walk(new Spot(rules.root, "", "", UnaryOperator.identity()));
        return rules;
    }

    private static String text(Chart chart, String path) {
        return chart.file(path).map(ChartFile::content).orElseThrow();
    }

    List<SchemaRule> rules() {
        return rules;
    }

    /** Rules that no value was found to break. */
    List<String> unbroken() {
        return unbroken;
    }

    /** Places that take anything of their type. */
    List<String> loose() {
        return loose;
    }

    private JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : root.at(reference.substring(1));
    }

    private void walk(Spot written) {
        String reference = written.schema().path("$ref").asString("");
        Spot spot = reference.isEmpty()
                ? written
                : new Spot(resolved(written.schema()), reference.substring(1), written.place(), written.values());
        if (takesAnything(spot.schema())) {
            loose.add(spot.place());
        }
        spot.schema().properties().forEach(entry -> walk(spot, entry.getKey(), entry.getValue()));
    }

    private void walk(Spot spot, String keyword, JsonNode value) {
        String pointer = spot.pointer() + "/" + keyword;
        switch (keyword) {
            case "properties" -> value.properties().forEach(property -> walk(key(spot, property.getKey(), property)));
            case "patternProperties" ->
                value.properties()
                        .forEach(
                                property -> walk(key(spot, samples.key(Pattern.compile(property.getKey())), property)));
            case "additionalProperties" -> others(spot, pointer, value);
            case "propertyNames" -> names(spot, pointer, value);
            case "items" ->
                walk(new Spot(
                        value,
                        pointer,
                        spot.place() + "/0",
                        item -> spot.values().apply(LIST.arrayNode().add(item))));
            case "allOf" -> {
                for (int i = 0; i < value.size(); i++) {
                    conditions(spot, pointer + "/" + i, value.get(i));
                }
            }
            case "if", "then", "else" -> condition(spot, pointer, keyword, value);
            default -> {
                if (!NO_RULES.contains(keyword)) {
                    rule(spot, pointer);
                }
            }
        }
    }

    private Spot key(Spot spot, String key, Map.Entry<String, JsonNode> property) {
        String pointer = spot.pointer()
                + (spot.schema().path("properties").has(property.getKey()) ? "/properties" : "/patternProperties")
                + Origins.pointer(property.getKey());
        return key(spot, key, pointer, property.getValue());
    }

    private Spot key(Spot spot, String key, String pointer, JsonNode schema) {
        JsonNode around = samples.maps(spot.schema())
                .filter(map ->
                        samples.fitting(schema).limit(FITTING).anyMatch(value -> isValid(with(spot, map, key, value))))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nothing fits at " + spot.place() + "/" + key));
        return new Spot(schema, pointer, spot.place() + Origins.pointer(key), value -> with(spot, around, key, value));
    }

    private static JsonNode with(Spot spot, JsonNode map, String key, JsonNode value) {
        return spot.values().apply(((ObjectNode) map.deepCopy()).set(key, value));
    }

    private void others(Spot spot, String pointer, JsonNode schema) {
        if (schema.isObject()) {
            JsonNode names = resolved(spot.schema().path("propertyNames"));
            String key = samples.key(Pattern.compile(names.path("pattern").asString("")));
            walk(key(spot, key, pointer, schema));
        } else if (!schema.booleanValue()) {
            rule(spot, pointer);
        }
    }

    private void names(Spot spot, String pointer, JsonNode names) {
        conditions(spot, pointer, resolved(names));
    }

    /** Rules about the same values, which hold there whatever else does. */
    private void conditions(Spot spot, String pointer, JsonNode conditions) {
        conditions
                .properties()
                .forEach(entry -> condition(spot, pointer + "/" + entry.getKey(), entry.getKey(), entry.getValue()));
    }

    private void condition(Spot spot, String pointer, String keyword, JsonNode value) {
        if (keyword.equals("properties")) {
            value.properties()
                    .forEach(property ->
                            conditions(spot, pointer + Origins.pointer(property.getKey()), property.getValue()));
        } else if (Set.of("then", "else", "items").contains(keyword)) {
            conditions(spot, pointer, value);
        } else if (!keyword.equals("if") && !NO_RULES.contains(keyword) && !isTypeOfNames(pointer)) {
            rule(spot, pointer);
        }
    }

    /** Keys are text whatever one writes. */
    private static boolean isTypeOfNames(String pointer) {
        return pointer.endsWith("/propertyNames/type");
    }

    private void rule(Spot spot, String pointer) {
        String known = pointer + spot.schema();
        Optional<JsonNode> kept = samples.fitting(spot.schema())
                .filter(value -> isValid(spot.values().apply(value)))
                .findFirst();
        Optional<JsonNode> broken = broken(spot, pointer, known);
        broken.ifPresent(value -> KNOWN.put(known, value));
        if (kept.isPresent() && broken.isPresent()) {
            rules.add(new SchemaRule(
                    spot.place(),
                    pointer,
                    spot.values().apply(broken.get()),
                    spot.values().apply(kept.get())));
        } else {
            unbroken.add(spot.place() + ": " + pointer);
        }
    }

    /** A value that breaks the rule alone, or with what hangs on it. */
    private Optional<JsonNode> broken(Spot spot, String pointer, String known) {
        List<JsonNode> tried = Stream.concat(
                        Optional.ofNullable(KNOWN.get(known)).stream(), samples.breaking(spot.schema()))
                .toList();
        return Stream.<Predicate<List<Error>>>of(errors -> alone(errors, pointer), errors -> among(errors, pointer))
                .flatMap(breaks -> tried.stream()
                        .filter(value -> breaks.test(errors(spot.values().apply(value)))))
                .findFirst();
    }

    private List<Error> errors(JsonNode values) {
        return compiled.validate(merged(defaults, values));
    }

    private static boolean alone(List<Error> errors, String pointer) {
        return !errors.isEmpty()
                && errors.stream().allMatch(error -> pointer(error).equals(pointer));
    }

    /** What breaks a rule of one value may break one of the map around it. */
    private static boolean among(List<Error> errors, String pointer) {
        List<String> places = errors.stream()
                .map(error -> pointer(error.getInstanceLocation()))
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        return errors.stream().anyMatch(error -> pointer(error).equals(pointer))
                && places.stream().allMatch(place -> places.get(0).startsWith(place));
    }

    private boolean isValid(JsonNode values) {
        return errors(values).isEmpty();
    }

    /** Of a key's name, the validator says what is wrong in words alone. */
    private static String pointer(Error error) {
        String pointer = pointer(error.getSchemaLocation().getFragment());
        if (!error.getKeyword().equals("propertyNames")) {
            return pointer;
        }
        return pointer + (error.getMessage().contains("pattern") ? "/pattern" : "/maxLength");
    }

    private static String pointer(NodePath path) {
        StringBuilder pointer = new StringBuilder();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append(Origins.pointer(path.getName(i)));
        }
        return pointer.toString();
    }

    /** As Helm lays values over those of a chart. */
    private static JsonNode merged(JsonNode below, JsonNode above) {
        if (!below.isObject() || !above.isObject()) {
            return above;
        }
        ObjectNode merged = (ObjectNode) below.deepCopy();
        above.properties()
                .forEach(entry -> merged.set(entry.getKey(), merged(below.path(entry.getKey()), entry.getValue())));
        return merged;
    }

    private static boolean takesAnything(JsonNode schema) {
        return switch (schema.path("type").asString("")) {
            case "string" -> !schema.has("pattern") && !schema.has("enum");
            case "integer", "number" -> !schema.has("minimum") || !schema.has("maximum");
            case "array" -> !schema.has("items");
            case "object" ->
                schema.path("additionalProperties").asBoolean(true)
                        && !schema.path("additionalProperties").isObject();
            default -> !schema.has("type");
        };
    }
}
