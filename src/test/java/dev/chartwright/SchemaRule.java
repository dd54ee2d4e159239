package dev.chartwright;

import tools.jackson.databind.JsonNode;

/**
 * One rule of a values schema, at one place of the values.
 *
 * @param place JSON pointer of what it is about, in the chart's own values
 * @param rule JSON pointer of its keyword in the schema
 * @param broken values on top of the chart's own that break this rule and no other
 * @param kept values as near that keep every rule
 */
record SchemaRule(String place, String rule, JsonNode broken, JsonNode kept) {
    String keyword() {
        return rule.substring(rule.lastIndexOf('/') + 1);
    }
}
