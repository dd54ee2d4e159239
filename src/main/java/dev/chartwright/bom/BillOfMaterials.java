package dev.chartwright.bom;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.chartwright.chart.ChartArchive;
import dev.chartwright.chart.Digest;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.PackedCharts;
import dev.chartwright.model.Component;
import dev.chartwright.model.Image;
import dev.chartwright.model.ImageList;
import dev.chartwright.model.Platform;
import dev.chartwright.problem.BugException;
import dev.chartwright.yaml.PrettyJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A list, in CycloneDX's form, of the charts and images of an environment, and of which needs which. */
public final class BillOfMaterials {
    /** What stands behind the package's name, in place of {@code .tgz}. */
    public static final String SUFFIX = ".cdx.json";

    private final Platform platform;
    private final PackedCharts charts;
    private final Instant time;

    private BillOfMaterials(Platform platform, PackedCharts charts, Instant time) {
        this.platform = platform;
        this.charts = charts;
        this.time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * The document as a file beside the umbrella's package.
     *
     * @param platform the environment
     * @param charts its packages
     * @param time the time that the packages carry
     */
    public static OutputFile of(Platform platform, PackedCharts charts, Instant time) {
        String name = charts.umbrella().fileName().replaceFirst("\\.tgz$", SUFFIX);
        return OutputFile.of(name, PrettyJson.write(new BillOfMaterials(platform, charts, time).document()));
    }

    /** The number follows from all the rest: the same content has the same, and no other has it. */
    private ObjectNode document() {
        ObjectNode rest = object().put("version", 1);
        rest.set("metadata", metadata());
        rest.set("components", components());
        rest.set("dependencies", dependencies());
        ObjectNode document = object().put("bomFormat", "CycloneDX").put("specVersion", "1.6");
        document.put("serialNumber", uuid(PrettyJson.write(rest)));
        document.setAll(rest);
        return document;
    }

    /** RFC 9562, version 8: the bits are the maker's own, here those of the content's digest. */
    private static String uuid(String content) {
        String hex = Digest.of(content.getBytes(StandardCharsets.UTF_8)).hex();
        return Stream.of(
                        hex.substring(0, 8),
                        hex.substring(8, 12),
                        "8" + hex.substring(13, 16),
                        "8" + hex.substring(17, 20),
                        hex.substring(20, 32))
                .collect(Collectors.joining("-", "urn:uuid:", ""));
    }

    private ObjectNode metadata() {
        ObjectNode metadata = object().put("timestamp", time.toString());
        metadata.putObject("tools")
                .putArray("components")
                .addObject()
                .put("type", "application")
                .put("name", "chartwright");
        metadata.set(
                "component",
                BomComponent.umbrella(charts.umbrella(), platform.environment().chart()));
        return metadata;
    }

    /** Subcharts in the order of the umbrella's dependencies, then images sorted. */
    private ArrayNode components() {
        ArrayNode components = JsonNodeFactory.instance.arrayNode();
        for (Component part : platform.components()) {
            components.add(BomComponent.chart(archive(part), url(part), part.description()));
        }
        ImageList.of(platform).stream().map(BomComponent::image).forEach(components::add);
        return components;
    }

    /** What an image depends on is not known here, so images have no entries. */
    private ArrayNode dependencies() {
        SortedSet<String> needed = urls(ImageList.of(platform));
        SortedMap<String, SortedSet<String>> graph = new TreeMap<>();
        for (Component part : platform.components()) {
            SortedSet<String> own = urls(ImageList.of(part));
            graph.put(url(part), own);
            needed.removeAll(own);
        }
        needed.addAll(graph.keySet());
        graph.put(PackageUrl.of(charts.umbrella().chart()), needed);
        ArrayNode dependencies = JsonNodeFactory.instance.arrayNode();
        graph.forEach((reference, targets) -> {
            ArrayNode dependsOn = dependencies.addObject().put("ref", reference).putArray("dependsOn");
            targets.forEach(dependsOn::add);
        });
        return dependencies;
    }

    private ChartArchive archive(Component part) {
        return charts.subcharts().stream()
                .filter(archive -> archive.chart().name().equals(part.name()))
                .findFirst()
                .orElseThrow(() -> new BugException("component `" + part.name() + "` has no package"));
    }

    private String url(Component part) {
        return PackageUrl.of(charts.umbrella().chart(), archive(part).chart());
    }

    private static SortedSet<String> urls(List<Image> images) {
        return images.stream().map(PackageUrl::of).collect(Collectors.toCollection(TreeSet::new));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
