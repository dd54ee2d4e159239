package dev.chartwright.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.problem.Quote;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads JSON with the place of each key and value, and refuses what readers of JSON understand differently. */
final class JsonText {
    private static final int DEEPEST = 100;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private final String label;
    private final List<String> lines;
    private final Map<String, Location> keys = new HashMap<>();
    private final Map<String, Location> values = new HashMap<>();

    private JsonText(String text, String label) {
        this.label = label;
        lines = text.lines().toList();
    }

    /**
     * A document.
     *
     * @param root its value
     * @param origins where each key and value stands
     */
    record Read(JsonNode root, Origins origins) {}

    /** Reads text that stands in the file of that label. */
    static Read read(String text, String label) {
        JsonText json = new JsonText(text, label);
        try (JsonParser parser = MAPPER.createParser(text)) {
            return json.document(parser);
        } catch (JacksonException unreadable) {
            throw json.syntax(unreadable);
        }
    }

    private Read document(JsonParser parser) {
        if (parser.nextToken() == null) {
            throw problem(Location.ofFile(label), "json-syntax", "the file is empty");
        }
        JsonNode root = node(parser, "");
        if (parser.nextToken() != null) {
            throw problem(place(parser, 1), "json-syntax", "a second value begins here");
        }
        return new Read(root, new Origins(keys, values, Location.ofFile(label)));
    }

    private JsonNode node(JsonParser parser, String pointer) {
        values.put(pointer, place(parser, length(parser)));
        return switch (parser.currentToken()) {
            case START_OBJECT -> map(parser, pointer);
            case START_ARRAY -> list(parser, pointer);
            case VALUE_STRING -> NODES.stringNode(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private static int length(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT, START_ARRAY -> 1;
            case VALUE_STRING -> quoted(parser.getString());
            default -> parser.getString().length();
        };
    }

    private static int quoted(String text) {
        return text.codePointCount(0, text.length()) + 2;
    }

    private JsonNode number(JsonParser parser) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
                && parser.getNumberType() == JsonParser.NumberType.INT) {
            return NODES.numberNode(parser.getIntValue());
        }
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        if (whole && parser.getNumberType() == JsonParser.NumberType.LONG) {
            return NODES.numberNode(parser.getLongValue());
        }
        if (whole || !Double.isFinite(parser.getDoubleValue())) {
            throw problem(
                    place(parser, length(parser)),
                    "integer-range",
                    Quote.of(parser.getString()) + " does not fit in 64 bits");
        }
        return NODES.numberNode(parser.getDoubleValue());
    }

    private ArrayNode list(JsonParser parser, String pointer) {
        ArrayNode list = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(node(parser, pointer + "/" + list.size()));
        }
        return list;
    }

    private ObjectNode map(JsonParser parser, String pointer) {
        ObjectNode map = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String entry = pointer + Origins.pointer(name);
            Location here = place(parser, quoted(name));
            Location first = keys.putIfAbsent(entry, here);
            if (first != null) {
                throw problem(
                        here,
                        "duplicate-key",
                        "the key " + Quote.of(name) + " stands here for the second time; the first is at " + first);
            }
            parser.nextToken();
            map.set(name, node(parser, entry));
        }
        return map;
    }

    private Location place(JsonParser parser, int length) {
        return place(parser.currentTokenLocation(), length);
    }

    private Location place(TokenStreamLocation at, int length) {
        int line = at.getLineNr();
        if (line < 1 || line > lines.size()) {
            return Location.ofFile(label);
        }
        String text = lines.get(line - 1);
        int chars = Math.min(Math.max(at.getColumnNr() - 1, 0), text.length());
        return new Location(label, line, text.codePointCount(0, chars) + 1, length);
    }

    private ProblemsException syntax(JacksonException unreadable) {
        TokenStreamLocation at = unreadable.getLocation();
        Location place = at == null ? Location.ofFile(label) : place(at, 1);
        if (unreadable instanceof StreamConstraintsException) {
            return problem(place, "nesting-depth", "objects and lists are nested more than " + DEEPEST + " deep");
        }
        String said = unreadable.getOriginalMessage().lines().findFirst().orElse("");
        return problem(place, "json-syntax", "JSON cannot be read here: " + Quote.said(said));
    }

    private static ProblemsException problem(Location place, String code, String what) {
        String why = "a schema is one JSON document, which editors, Helm and chartwright have to read alike";
        return new ProblemsException(List.of(new Problem(place, code, what, why, fix(code))));
    }

    private static String fix(String code) {
        return switch (code) {
            case "duplicate-key" -> "remove one of the two, or rename it";
            case "nesting-depth" -> "write what repeats as a definition, and refer to it with `$ref`";
            case "integer-range" -> "write a smaller number";
            default -> "look at quotes, commas and brackets here and in the line above";
        };
    }
}
