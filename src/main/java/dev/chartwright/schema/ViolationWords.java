package dev.chartwright.schema;

import java.util.ArrayList;
import java.util.List;

import dev.chartwright.problem.Location;
import dev.chartwright.problem.NearestNames;
import dev.chartwright.problem.Origins;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** Words and place for each way to break a schema. */
final class ViolationWords {
    private final JsonNode schema;
    private final String label;

    ViolationWords(JsonNode schema, String label) {
        this.schema = schema;
        this.label = label;
    }

    Problem problem(Fault fault, Origins origins) {
        JsonNode rule = fault.rule(schema);
        Location value = origins.value(fault.pointer());
        return switch (fault.keyword()) {
            case "additionalProperties" -> unknownKey(fault, rule, origins);
            case "required" -> missingKey(fault, fault.key().orElseThrow(), rule, origins);
            case "dependencies", "dependentRequired" -> missingKey(fault, neededKey(fault, rule), rule, origins);
            case "propertyNames" -> keyName(fault, rule, origins);
            case "type" -> wrongType(fault, rule, value);
            case "enum", "const" -> notAllowedValue(fault, rule, value);
            case "pattern" -> pattern(fault, rule, value);
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf" ->
                range(fault, rule, value);
            case "minLength", "maxLength" -> length(fault, rule, value);
            case "minItems", "maxItems", "minProperties", "maxProperties" -> count(fault, rule, value);
            case "uniqueItems" -> duplicateItem(fault, origins);
            default -> otherRule(fault, rule, value);
        };
    }

    private Problem unknownKey(Fault fault, JsonNode rule, Origins origins) {
        String key = fault.key().orElseThrow();
        return new Problem(
                origins.key(fault.pointer() + Origins.pointer(key)),
                "unknown-key",
                where(fault) + " has no key " + Quote.of(key),
                label + " lists every key that may stand here",
                NearestNames.advice(key, rule.path("properties").propertyNames()));
    }

    /** The validator names the key that needs another. */
    private static String neededKey(Fault fault, JsonNode rule) {
        String key = fault.key().orElseThrow();
        return rule.path(fault.keyword())
                .path(key)
                .valueStream()
                .map(JsonNode::asString)
                .filter(name -> !fault.value().has(name))
                .findFirst()
                .orElse(key);
    }

    private Problem missingKey(Fault fault, String key, JsonNode rule, Origins origins) {
        String meaning = rule.path("properties").path(key).path("description").asString("");
        return new Problem(
                origins.key(fault.pointer() + Origins.pointer(key)),
                "missing-key",
                where(fault) + " has no " + Quote.of(key),
                label + " requires it" + (meaning.isEmpty() ? "" : ": " + meaning.replaceFirst("\\.$", "")),
                "add " + Quote.of(key + ":"));
    }

    private Problem keyName(Fault fault, JsonNode rule, Origins origins) {
        String key = fault.key().orElse(fault.value().asString(""));
        JsonNode names = resolve(rule.path("propertyNames"));
        List<String> allowed = texts(names.path("enum"));
        return new Problem(
                origins.key(fault.pointer() + Origins.pointer(key)),
                "key-name",
                where(fault) + " has the key " + Quote.of(key) + ", which is no " + what(names),
                label + " says which keys a map may have",
                allowed.isEmpty() ? "write a " + what(names) : NearestNames.advice(key, allowed));
    }

    private Problem wrongType(Fault fault, JsonNode rule, Location place) {
        List<String> wanted = texts(rule.path("type"));
        String want = String.join(" or ", wanted.stream().map(JsonTypes::name).toList());
        return new Problem(
                place,
                "wrong-type",
                where(fault) + " is " + JsonTypes.describe(fault.value()) + ", but " + want + " is wanted",
                label + " wants " + want + " here",
                typeFix(fault.value(), wanted, want));
    }

    private static String typeFix(JsonNode value, List<String> wanted, String want) {
        if (value.isNull()) {
            return "give it a value, or remove the key";
        }
        if (wanted.contains("string") && value.isValueNode()) {
            return "quote it: `\"" + value.asString() + "\"`";
        }
        if (value.isString() && JsonTypes.wouldFit(value.stringValue(), wanted)) {
            return "write it without quotes: " + Quote.of(value.stringValue());
        }
        return "write " + want;
    }

    private Problem notAllowedValue(Fault fault, JsonNode rule, Location place) {
        List<String> allowed = texts(rule.path(fault.keyword()));
        return new Problem(
                place,
                "not-allowed-value",
                where(fault) + " is " + text(fault.value()) + ", which is none of the allowed values",
                label + " allows " + NearestNames.list(allowed),
                NearestNames.advice(fault.value().asString(""), allowed));
    }

    private Problem pattern(Fault fault, JsonNode rule, Location place) {
        return new Problem(
                place,
                "text-pattern",
                where(fault) + " is " + text(fault.value()) + ", which is no " + what(rule),
                label + " wants the pattern `" + rule.path("pattern").asString("") + "`",
                "write a " + what(rule));
    }

    private Problem range(Fault fault, JsonNode rule, Location place) {
        String limit = rule.path(fault.keyword()).asString("");
        String bound = switch (fault.keyword()) {
            case "minimum" -> "the lowest value is " + limit;
            case "maximum" -> "the highest value is " + limit;
            case "exclusiveMinimum" -> "it has to be above " + limit;
            case "exclusiveMaximum" -> "it has to be below " + limit;
            default -> "it has to be a multiple of " + limit;
        };
        return new Problem(
                place,
                "out-of-range",
                where(fault) + " is " + fault.value().asString("") + " but " + bound,
                label + " says so" + title(rule),
                rule.has("minimum") && rule.has("maximum")
                        ? "choose a number from " + rule.get("minimum").asString() + " to "
                                + rule.get("maximum").asString()
                        : "choose another number");
    }

    private Problem length(Fault fault, JsonNode rule, Location place) {
        String value = fault.value().asString("");
        String bound = (fault.keyword().equals("minLength") ? "least " : "most ")
                + characters(rule.path(fault.keyword()).intValue());
        return new Problem(
                place,
                "text-length",
                where(fault) + " is "
                        + (value.isEmpty() ? "empty" : characters(value.codePointCount(0, value.length())) + " long")
                        + "; wanted are at " + bound,
                label + " says so" + title(rule),
                value.isEmpty() ? "write a text" : "write at " + bound);
    }

    private static String characters(int count) {
        return count == 1 ? "1 character" : count + " characters";
    }

    private Problem count(Fault fault, JsonNode rule, Location place) {
        boolean least = fault.keyword().startsWith("min");
        String limit = rule.path(fault.keyword()).asString("");
        return new Problem(
                place,
                "item-count",
                where(fault) + " has " + fault.value().size() + " entries but the " + (least ? "least" : "most")
                        + " is " + limit,
                label + " says so" + title(rule),
                least ? "add an entry, or remove the key" : "remove entries");
    }

    private Problem duplicateItem(Fault fault, Origins origins) {
        int second = JsonTypes.firstRepeated(fault.value());
        return new Problem(
                origins.value(fault.pointer() + "/" + second),
                "duplicate-item",
                where(fault) + " holds " + text(fault.value().path(second)) + " twice",
                label + " wants each entry of this list once",
                "remove one of the two");
    }

    private Problem otherRule(Fault fault, JsonNode rule, Location place) {
        LogicWords words = new LogicWords(fault.value());
        JsonNode broken = rule.path(fault.keyword());
        return new Problem(
                place,
                "schema-rule",
                where(fault) + " " + words.what(fault.keyword(), broken),
                label + " holds the rule " + Quote.of(fault.keyword()),
                words.fix(fault.keyword(), broken));
    }

    /** What keeps none of the schemas that it may choose between. */
    Problem choice(Fault fault, Origins origins) {
        String pointer = fault.chooser();
        String keyword = fault.choice().substring(fault.choice().lastIndexOf('/') + 1);
        LogicWords words = new LogicWords(fault.value());
        return new Problem(
                origins.value(pointer),
                "schema-rule",
                where(pointer.replaceFirst("^/", "").replace('/', '.').replace("~1", "/")) + " "
                        + words.what("anyOf", schema.at(fault.choice())),
                label + " holds the rule " + Quote.of(keyword),
                words.fix(keyword, schema.at(fault.choice())));
    }

    private static String where(String path) {
        return path.isEmpty() ? "the document" : Quote.of(path);
    }

    private static String where(Fault fault) {
        return where(fault.path());
    }

    private static String text(JsonNode value) {
        return Quote.of(value.isValueNode() ? value.asString() : value.toString());
    }

    private static String what(JsonNode rule) {
        String name = rule.path("x-what").asString(rule.path("title").asString(""));
        return name.isEmpty() ? "text of the wanted pattern" : name;
    }

    private static String title(JsonNode rule) {
        String name = rule.path("x-what").asString(rule.path("title").asString(""));
        return name.isEmpty() ? "" : ": " + name;
    }

    private JsonNode resolve(JsonNode rule) {
        String reference = rule.path("$ref").asString("");
        return reference.startsWith("#/") ? schema.at(reference.substring(1)) : rule;
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(item -> texts.add(item.asString()));
        } else if (!node.isMissingNode()) {
            texts.add(node.asString());
        }
        return texts;
    }
}
