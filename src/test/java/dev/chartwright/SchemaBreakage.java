package dev.chartwright;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.chartwright.problem.Origins;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One way to break a file of the schema folder in one place. */
enum SchemaBreakage {
    DROP(".+", false),
    MISSPELL(".*/[A-Za-z$]+", false),
    RETYPE(".+", false),
    EMPTY_OBJECT(".+", false),
    OTHER_TEXT(".+/(type|default|title|format|pattern|enum/0|required/0|const)", false),
    DANGLING_REFERENCE(".*/(properties|definitions|additionalProperties)/[^/]+", true),
    CYCLIC_REFERENCE("/definitions/[^/]+", true),
    FOREIGN_REFERENCE(".*/properties/[^/]+", true),
    REFERENCE_TO_THE_WHOLE("/definitions/[^/]+", true),
    WRONG_EXPRESSION(".*/(properties|definitions)/[^/]+", true),
    SLOW_DEFAULT(".*/default", false),
    HUGE_NUMBER(".+", true),
    MORE_PROPERTIES(".*/properties", true),
    MORE_DRAFT("", true),
    NOTHING("", true),
    TRUNCATED("", true),
    WRONG_SIGN("", true),
    NO_FILE("", true),
    KEY_TWICE("", true),
    DEEP(".+", true),
    ONE_VALUE("", true),
    WRONG_BYTE("", true);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final long MARK = 987_654_321_987L;

    private final Pattern pointers;
    private final boolean isAlwaysTold;

    SchemaBreakage(String pointers, boolean isAlwaysTold) {
        this.pointers = Pattern.compile(pointers);
        this.isAlwaysTold = isAlwaysTold;
    }

    /** Whether it can never be harmless. */
    boolean isAlwaysTold(String file) {
        return isAlwaysTold && !(this == MORE_PROPERTIES && file.startsWith("values.types"));
    }

    boolean isOfText() {
        return pointers.pattern().isEmpty() || this == HUGE_NUMBER || this == DEEP;
    }

    boolean fits(String pointer) {
        return pointers.matcher(pointer).matches();
    }

    /** The broken text; empty where the file is gone. */
    String apply(ObjectNode root, String pointer, Random random) {
        return switch (this) {
            case NOTHING, NO_FILE -> "";
            case TRUNCATED -> cut(root.toPrettyString(), random);
            case WRONG_SIGN -> signed(root.toPrettyString(), random);
            case KEY_TWICE -> root.toPrettyString().replaceFirst("(\n {2}\"[^\n]*)", "$1$1");
            case ONE_VALUE -> "[1, 2]";
            case WRONG_BYTE -> root.toPrettyString().replaceFirst(":", ": \uE000");
            case MORE_DRAFT ->
                root.put("$schema", "https://json-schema.org/draft/2020-12/schema")
                        .toPrettyString();
            case HUGE_NUMBER -> set(root, pointer, NODES.numberNode(MARK)).replace("" + MARK, "1e999999999");
            case DEEP ->
                set(root, pointer, NODES.numberNode(MARK)).replace("" + MARK, "[".repeat(5000) + "]".repeat(5000));
            case DROP -> drop(root, pointer);
            case MISSPELL -> misspell(root, pointer, random);
            default -> set(root, pointer, value(root.at(pointer), name(pointer), random));
        };
    }

    private JsonNode value(JsonNode old, String name, Random random) {
        return switch (this) {
            case RETYPE -> other(old, random);
            case OTHER_TEXT ->
                NODES.stringNode(List.of("object", "integer", "zzz", "").get(random.nextInt(4)));
            case DANGLING_REFERENCE -> reference("#/definitions/nowhere");
            case CYCLIC_REFERENCE -> reference("#/definitions/" + name);
            case FOREIGN_REFERENCE -> reference("file:///etc/passwd");
            case REFERENCE_TO_THE_WHOLE -> reference("#");
            case WRONG_EXPRESSION -> NODES.objectNode().put("type", "string").put("pattern", "^(a");
            case SLOW_DEFAULT -> NODES.arrayNode().add(NODES.arrayNode());
            case MORE_PROPERTIES ->
                ((ObjectNode) old.deepCopy())
                        .set(
                                "surplus",
                                NODES.objectNode().put("description", "x").put("type", "string"));
            default -> NODES.objectNode();
        };
    }

    private static JsonNode reference(String target) {
        return NODES.objectNode().put("$ref", target);
    }

    private static JsonNode other(JsonNode old, Random random) {
        List<JsonNode> all = new ArrayList<>(List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(-1),
                NODES.numberNode(0.5),
                NODES.stringNode("x"),
                NODES.arrayNode().add("x"),
                NODES.objectNode().put("x", 1)));
        all.removeIf(value -> value.getNodeType() == old.getNodeType());
        return all.get(random.nextInt(all.size()));
    }

    private static String name(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static JsonNode parent(ObjectNode root, String pointer) {
        return root.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String set(ObjectNode root, String pointer, JsonNode value) {
        JsonNode parent = parent(root, pointer);
        if (parent instanceof ObjectNode map) {
            map.set(name(pointer), value);
        } else {
            ((ArrayNode) parent).set(Integer.parseInt(name(pointer)), value);
        }
        return root.toPrettyString();
    }

    private static String drop(ObjectNode root, String pointer) {
        JsonNode parent = parent(root, pointer);
        if (parent instanceof ObjectNode map) {
            map.remove(name(pointer));
        } else {
            ((ArrayNode) parent).remove(Integer.parseInt(name(pointer)));
        }
        return root.toPrettyString();
    }

    private static String misspell(ObjectNode root, String pointer, Random random) {
        if (!(parent(root, pointer) instanceof ObjectNode map)) {
            return root.toPrettyString();
        }
        String name = name(pointer);
        int at = random.nextInt(name.length());
        JsonNode value = map.remove(name);
        map.set(name.substring(0, at) + name.charAt(at) + name.substring(at), value);
        return root.toPrettyString();
    }

    private static String cut(String text, Random random) {
        return text.substring(0, 1 + random.nextInt(text.length() - 2));
    }

    private static String signed(String text, Random random) {
        UnaryOperator<String> change = List.<UnaryOperator<String>>of(
                        old -> old.replaceFirst("\\{", "{ @"),
                        old -> old.replaceFirst(",\n", ",,\n"),
                        old -> old.replaceFirst("\"", "'"),
                        old -> "// a comment\n" + old,
                        old -> old + "}",
                        old -> old + "\n{}")
                .get(random.nextInt(6));
        return change.apply(text);
    }

    /** Every pointer below a node. */
    static List<String> pointers(JsonNode node) {
        List<String> all = new ArrayList<>();
        collect(node, "", all);
        return all;
    }

    private static void collect(JsonNode node, String pointer, List<String> all) {
        all.add(pointer);
        node.properties().forEach(entry -> collect(entry.getValue(), pointer + Origins.pointer(entry.getKey()), all));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(node.get(i), pointer + "/" + i, all);
        }
    }

    static ObjectNode parse(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
