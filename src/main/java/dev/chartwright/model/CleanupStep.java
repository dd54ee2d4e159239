package dev.chartwright.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Custom resources that one job deletes together before uninstall, while their operator still runs.
 *
 * @param name what the job is called, behind the chart's name
 * @param weight where the job stands among those of the chart
 * @param group API group of the kinds
 * @param kinds plural names, those that need the others first
 */
public record CleanupStep(String name, int weight, String group, List<String> kinds) {
    /** The kinds as `kubectl delete` takes them. */
    public String targets() {
        return kinds.stream().map(kind -> kind + "." + group).collect(Collectors.joining(","));
    }
}
