package dev.chartwright;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Values to try for a schema of draft 07: some keep it, some break it, and which is which says a validator. */
final class SchemaSamples {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int OPTIONAL_KEYS = 3;
    private static final int SURROUNDINGS = 40;
    private static final Set<String> LOGIC = Set.of("allOf", "if", "dependencies");
    private static final List<String> TEXTS = List.of(
            "a",
            "1",
            "1Gi",
            "a/b",
            "hugepages-2Mi",
            "metadata.name",
            "sha256:" + "0".repeat(64),
            "",
            " ",
            "-",
            "Not A Name!",
            "x".repeat(64),
            "a.".repeat(200) + "a",
            "a.".repeat(200) + "a/a",
            "a/".repeat(200) + "a");
    private static final List<String> NUMBERS = List.of("1", "0", "-1");

    private final UnaryOperator<JsonNode> resolved;
    private final Map<JsonNode, List<ObjectNode>> choices = new IdentityHashMap<>();

    /** Samples for schemas whose references an operator follows. */
    SchemaSamples(UnaryOperator<JsonNode> resolved) {
        this.resolved = resolved;
    }

    /** Values of the type that a schema wants. */
    Stream<JsonNode> fitting(JsonNode written) {
        JsonNode schema = resolved.apply(written);
        if (schema.has("enum")) {
            return schema.path("enum").valueStream();
        }
        return types(schema).flatMap(type -> switch (type) {
            case "string" -> TEXTS.stream().filter(text -> fits(text, schema)).map(JSON::stringNode);
            case "integer", "number" -> numbers(schema).filter(number -> fits(number, schema));
            case "boolean" -> Stream.of(JSON.booleanNode(true), JSON.booleanNode(false));
            case "array" -> lists(schema);
            default -> maps(schema);
        });
    }

    /** Values one of which should break any one rule. */
    Stream<JsonNode> breaking(JsonNode written) {
        JsonNode schema = resolved.apply(written);
        Stream<JsonNode> near = types(schema).flatMap(type -> switch (type) {
            case "string" -> TEXTS.stream().map(JSON::stringNode);
            case "integer", "number" -> numbers(schema);
            case "array" -> lists(schema);
            case "object" -> Stream.of(maps(schema), lessOrMore(schema)).flatMap(maps -> maps);
            default -> Stream.of();
        });
        Stream<JsonNode> otherTypes = Stream.of(
                JSON.stringNode("zz"),
                JSON.numberNode(7),
                JSON.booleanNode(true),
                JSON.arrayNode().add("zz"),
                JSON.objectNode().put("zz", 7));
        return Stream.concat(near, otherTypes);
    }

    /** A key that nothing but a pattern asks for. */
    String key(Pattern pattern) {
        return TEXTS.stream()
                .filter(text -> pattern.matcher(text).find())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sample matches " + pattern));
    }

    private static Stream<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray() ? type.valueStream().map(JsonNode::asString) : Stream.of(type.asString("object"));
    }

    private static boolean fits(String text, JsonNode schema) {
        return Pattern.compile(schema.path("pattern").asString(""))
                        .matcher(text)
                        .find()
                && text.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && text.length() >= schema.path("minLength").asInt(0);
    }

    private static boolean fits(JsonNode number, JsonNode schema) {
        double value = number.asDouble();
        return value >= schema.path("minimum").asDouble(-Double.MAX_VALUE)
                && value <= schema.path("maximum").asDouble(Double.MAX_VALUE)
                && value > schema.path("exclusiveMinimum").asDouble(-Double.MAX_VALUE);
    }

    private static Stream<JsonNode> numbers(JsonNode schema) {
        Stream<BigInteger> limits = Stream.of("minimum", "maximum", "exclusiveMinimum")
                .filter(schema::has)
                .map(limit -> schema.path(limit).bigIntegerValue())
                .flatMap(limit -> Stream.of(limit, limit.subtract(BigInteger.ONE), limit.add(BigInteger.ONE)));
        return Stream.concat(limits, NUMBERS.stream().map(BigInteger::new)).map(JSON::numberNode);
    }

    private Stream<JsonNode> lists(JsonNode schema) {
        List<JsonNode> items = fitting(schema.path("items")).limit(2).toList();
        Stream<JsonNode> ones = items.stream().map(item -> JSON.arrayNode().add(item));
        Stream<JsonNode> twos =
                items.stream().map(item -> JSON.arrayNode().add(item).add(item));
        return Stream.of(ones, Stream.of((JsonNode) JSON.arrayNode()), twos).flatMap(lists -> lists);
    }

    /** With the required keys; where conditions tie keys together, with all choices of the others too. */
    Stream<JsonNode> maps(JsonNode written) {
        JsonNode schema = resolved.apply(written);
        Set<String> needed = new LinkedHashSet<>();
        schema.path("required").forEach(name -> needed.add(name.asString()));
        Stream<ObjectNode> maps = Stream.of(JSON.objectNode());
        for (String name : needed) {
            maps = with(maps, name, schema);
        }
        boolean tied = LOGIC.stream().anyMatch(schema::has);
        return tied
                ? choices(schema, needed).stream().map(map -> (JsonNode) map)
                : maps.limit(1).map(map -> map);
    }

    private Stream<JsonNode> tied(JsonNode schema, Set<String> needed) {
        List<ObjectNode> known = choices.get(schema);
        List<ObjectNode> all = known == null ? choices(schema, needed) : known;
        choices.put(schema, all);
        return all.stream().map(ObjectNode::deepCopy);
    }

    private List<ObjectNode> choices(JsonNode schema, Set<String> needed) {
        List<ObjectNode> made = new ArrayList<>(List.of(JSON.objectNode()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            List<ObjectNode> more = with(made.stream(), property.getKey(), schema)
                    .filter(map -> map.size() <= needed.size() + OPTIONAL_KEYS)
                    .toList();
            if (needed.contains(property.getKey())) {
                made.clear();
            }
            made.addAll(more);
        }
        made.sort(Comparator.comparingInt(ObjectNode::size));
        return made;
    }

    private static int choice(JsonNode property) {
        return switch (property.path("type").asString("")) {
            case "object" -> 1;
            case "array" -> 5;
            default -> property.has("enum") ? Integer.MAX_VALUE : 2;
        };
    }

    private Stream<ObjectNode> with(Stream<ObjectNode> maps, String name, JsonNode schema) {
        JsonNode property = resolved.apply(schema.path("properties").path(name));
        List<JsonNode> values = fitting(property).limit(choice(property)).toList();
        return maps.flatMap(map -> values.stream().map(value -> {
            ObjectNode more = map.deepCopy();
            more.set(name, value);
            return more;
        }));
    }

    private Stream<JsonNode> lessOrMore(JsonNode schema) {
        JsonNode value = schema.path("additionalProperties").isObject()
                ? fitting(schema.path("additionalProperties")).findFirst().orElseThrow()
                : JSON.numberNode(7);
        return maps(schema).limit(SURROUNDINGS).map(ObjectNode.class::cast).flatMap(map -> lessOrMore(map, value));
    }

    private static Stream<JsonNode> lessOrMore(ObjectNode map, JsonNode value) {
        Stream<JsonNode> less = map.propertyNames().stream().map(name -> {
            ObjectNode fewer = map.deepCopy();
            fewer.remove(name);
            return fewer;
        });
        Stream<JsonNode> more = Stream.concat(Stream.of("zz"), TEXTS.stream())
                .map(name -> map.deepCopy().set(name, value));
        return Stream.concat(less, more);
    }
}
