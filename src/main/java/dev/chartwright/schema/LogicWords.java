package dev.chartwright.schema;

import java.util.List;
import java.util.stream.Collectors;

import dev.chartwright.problem.Quote;
import tools.jackson.databind.JsonNode;

/** What a rule that ties values together wants, in plain words. */
final class LogicWords {
    private final JsonNode value;

    LogicWords(JsonNode value) {
        this.value = value;
    }

    /** What is wrong with the value. */
    String what(String keyword, JsonNode rule) {
        return switch (keyword) {
            case "not" -> "is what the schema excludes: " + description(rule);
            case "oneOf" -> "keeps not exactly one of " + rule.size() + " rules: " + list(rule);
            case "anyOf" -> "keeps none of " + rule.size() + " rules: " + list(rule);
            case "contains" -> "has no entry that is right here: " + description(rule);
            case "format" -> "is " + Quote.of(value.asString("")) + ", which is no " + rule.asString("");
            default -> "may not stand here as it is: " + keyword + " " + Quote.of(rule.toString());
        };
    }

    /** What to do about it. */
    String fix(String keyword, JsonNode rule) {
        return switch (keyword) {
            case "not" -> required(rule).isEmpty() ? "write another value" : "remove " + names(required(rule), " or ");
            case "oneOf" -> "keep one of them alone";
            case "anyOf" -> "keep one of them";
            case "contains" -> "add such an entry";
            case "format" -> "write the " + rule.asString("");
            default -> "write another value";
        };
    }

    private static String list(JsonNode rules) {
        return rules.valueStream().map(LogicWords::description).collect(Collectors.joining("; or "));
    }

    /** One schema as people would say it. */
    private static String description(JsonNode rule) {
        if (rule.has("required") && !required(rule).isEmpty()) {
            return "a map with " + names(required(rule), " and ");
        }
        if (rule.has("enum") || rule.has("const")) {
            return values(rule.has("enum") ? rule.path("enum") : rule.path("const"));
        }
        if (rule.has("pattern")) {
            return "text of the pattern " + Quote.of(rule.path("pattern").asString());
        }
        if (rule.has("format")) {
            return "text of the format " + Quote.of(rule.path("format").asString());
        }
        if (rule.has("type")) {
            return JsonTypes.name(rule.path("type").asString(""));
        }
        return rule.has("properties") ? keys(rule.path("properties")) : "the rule " + Quote.of(rule.toString());
    }

    private static String keys(JsonNode properties) {
        return properties.properties().stream()
                .map(property -> Quote.of(property.getKey()) + " is " + description(property.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static String values(JsonNode allowed) {
        return allowed.isArray()
                ? allowed.valueStream().map(item -> Quote.of(item.asString())).collect(Collectors.joining(" or "))
                : Quote.of(allowed.asString());
    }

    private static List<String> required(JsonNode rule) {
        return rule.path("required").valueStream().map(JsonNode::asString).toList();
    }

    private static String names(List<String> names, String between) {
        return names.stream().map(Quote::of).collect(Collectors.joining(between));
    }
}
