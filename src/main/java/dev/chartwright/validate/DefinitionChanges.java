package dev.chartwright.validate;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.chartwright.chart.Chart;
import tools.jackson.databind.JsonNode;

/** Custom resource definitions in `crds/`, which Helm installs once and upgrades never. */
final class DefinitionChanges {
    private DefinitionChanges() {}

    /** Names of those that differ or are new, sorted; comments do not count. */
    static List<String> between(Chart before, Chart after) {
        Map<String, JsonNode> old = definitions(before);
        return definitions(after).entrySet().stream()
                .filter(definition -> !definition.getValue().equals(old.get(definition.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static Map<String, JsonNode> definitions(Chart chart) {
        return RenderedObjects.definitions(chart).objects().stream()
                .collect(Collectors.toMap(RenderedObject::name, RenderedObject::root, (first, second) -> first));
    }
}
