package dev.chartwright.artifact;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

/** What a manifest says about the chart in it (helm/helm, {@code pkg/registry/chart.go}). */
final class ChartAnnotations {
    private static final String PREFIX = "org.opencontainers.image.";

    /** A chart's own annotations may change the others, but not who it is. */
    private static final List<String> IMMUTABLE = List.of(PREFIX + "version", PREFIX + "title");

    private ChartAnnotations() {}

    static SortedMap<String, String> of(JsonNode chartYaml, Instant created) {
        SortedMap<String, String> annotations = GoJson.sortedMap();
        put(annotations, "description", chartYaml.path("description").asString(""));
        put(annotations, "title", chartYaml.path("name").asString(""));
        put(annotations, "version", chartYaml.path("version").asString(""));
        put(annotations, "url", chartYaml.path("home").asString(""));
        put(annotations, "created", created.truncatedTo(ChronoUnit.SECONDS).toString());
        put(annotations, "source", chartYaml.path("sources").path(0).asString(""));
        put(annotations, "authors", authors(chartYaml.path("maintainers")));
        chartYaml
                .path("annotations")
                .propertyStream()
                .filter(own -> !IMMUTABLE.contains(own.getKey()))
                .forEach(own -> annotations.put(own.getKey(), own.getValue().asString("")));
        return annotations;
    }

    private static void put(Map<String, String> annotations, String name, String text) {
        if (!text.isBlank()) {
            annotations.put(PREFIX + name, text);
        }
    }

    private static String authors(JsonNode maintainers) {
        return maintainers
                .valueStream()
                .map(maintainer -> maintainer.path("name").asString("") + mail(maintainer))
                .collect(Collectors.joining(", "));
    }

    private static String mail(JsonNode maintainer) {
        String mail = maintainer.path("email").asString("");
        return mail.isEmpty() ? "" : " (" + mail + ")";
    }
}
