package dev.chartwright.index;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.chartwright.yaml.HelmText;
import tools.jackson.databind.JsonNode;

import static java.util.function.Predicate.not;

/** What an index repeats of a Chart.yaml; Helm reads no index that holds anything else. */
final class ChartMetadata {
    private static final Set<String> KNOWN = Set.of(
            "annotations",
            "apiVersion",
            "appVersion",
            "condition",
            "dependencies",
            "deprecated",
            "description",
            "home",
            "icon",
            "keywords",
            "kubeVersion",
            "maintainers",
            "name",
            "sources",
            "tags",
            "type",
            "version");

    private ChartMetadata() {}

    static SortedMap<String, Object> of(JsonNode description) {
        SortedMap<String, Object> metadata = map(description);
        metadata.keySet().retainAll(KNOWN);
        return metadata;
    }

    private static SortedMap<String, Object> map(JsonNode node) {
        SortedMap<String, Object> map = new TreeMap<>();
        node.propertyStream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach((Map.Entry<String, JsonNode> entry) -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    private static Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (node.isArray()) {
            Stream<JsonNode> present = node.valueStream().filter(not(JsonNode::isNull));
            return present.map(ChartMetadata::value).toList();
        }
        return node.isBoolean() ? (Object) node.asBoolean() : HelmText.clean(node.asString());
    }
}
