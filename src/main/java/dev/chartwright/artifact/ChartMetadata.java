package dev.chartwright.artifact;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/** A Chart.yaml in the order of Helm's own structure, without what is empty (helm/helm, {@code pkg/chart/v2}). */
final class ChartMetadata {
    private static final List<String> FIELDS = List.of(
            "name",
            "home",
            "sources",
            "version",
            "description",
            "keywords",
            "maintainers",
            "icon",
            "apiVersion",
            "condition",
            "tags",
            "appVersion",
            "deprecated",
            "annotations",
            "kubeVersion",
            "dependencies",
            "type");

    private static final List<String> MAINTAINER = List.of("name", "email", "url");

    private static final List<String> DEPENDENCY =
            List.of("name", "version", "repository", "condition", "tags", "enabled", "import-values", "alias");

    /** Written even when they are empty. */
    private static final List<String> NEEDED_OF_DEPENDENCY = List.of("name", "repository");

    private ChartMetadata() {}

    static Map<String, Object> of(JsonNode chartYaml) {
        Map<String, Object> written = new LinkedHashMap<>();
        for (String field : FIELDS) {
            JsonNode value = chartYaml.path(field);
            Object plain = switch (field) {
                case "maintainers" -> records(value, MAINTAINER, List.of());
                case "dependencies" -> records(value, DEPENDENCY, NEEDED_OF_DEPENDENCY);
                default -> plain(value);
            };
            putUnlessEmpty(written, field, plain);
        }
        return written;
    }

    private static List<Object> records(JsonNode list, List<String> fields, List<String> needed) {
        List<Object> records = new ArrayList<>();
        list.valueStream().forEach(element -> {
            Map<String, Object> written = new LinkedHashMap<>();
            for (String field : fields) {
                Object plain = plain(element.path(field));
                if (needed.contains(field)) {
                    written.put(field, plain);
                } else {
                    putUnlessEmpty(written, field, plain);
                }
            }
            records.add(written);
        });
        return records;
    }

    private static void putUnlessEmpty(Map<String, Object> written, String field, Object value) {
        boolean empty = value.equals("")
                || value.equals(false)
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            written.put(field, value);
        }
    }

    /** Maps have no order in Go, so it writes them sorted. */
    private static Object plain(JsonNode value) {
        if (value.isObject()) {
            Map<String, Object> sorted = GoJson.sortedMap();
            value.propertyStream().forEach(property -> sorted.put(property.getKey(), plain(property.getValue())));
            return sorted;
        }
        if (value.isArray()) {
            return value.valueStream().map(ChartMetadata::plain).toList();
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        return value.isNumber() ? value.numberValue() : value.asString("");
    }
}
