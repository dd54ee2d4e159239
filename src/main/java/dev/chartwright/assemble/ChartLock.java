package dev.chartwright.assemble;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.chartwright.chart.Digest;
import dev.chartwright.model.Component;
import dev.chartwright.model.Platform;
import dev.chartwright.yaml.HelmYaml;

/** Writes Chart.lock with the digest that {@code helm dependency build} compares. */
final class ChartLock {
    /** Helm writes the time of locking here; ours never changes, or the package would. */
    private static final String GENERATED = "2020-01-01T00:00:00Z";

    private ChartLock() {}

    static String write(Platform platform) {
        String version = platform.environment().chart().version();
        List<String> names = platform.components().stream().map(Component::name).toList();
        SortedMap<String, Object> document = new TreeMap<>();
        List<SortedMap<String, String>> locked =
                names.stream().map(name -> entry(name, version)).toList();
        document.put("dependencies", locked);
        document.put("digest", digest(names, version));
        document.put("generated", GENERATED);
        return HelmYaml.write(document);
    }

    private static SortedMap<String, String> entry(String name, String version) {
        return new TreeMap<>(Map.of("name", name, "repository", "", "version", version));
    }

    /** Helm hashes the JSON of the pair: dependencies as required, dependencies as locked. */
    private static String digest(List<String> names, String version) {
        String required = names.stream()
                .map(name -> json(name, version, ",\"condition\":\"" + name + ".enabled\""))
                .collect(Collectors.joining(",", "[", "]"));
        String locked = names.stream().map(name -> json(name, version, "")).collect(Collectors.joining(",", "[", "]"));
        return Digest.of(("[" + required + "," + locked + "]").getBytes(StandardCharsets.UTF_8))
                .value();
    }

    private static String json(String name, String version, String more) {
        return "{\"name\":\"" + name + "\",\"version\":\"" + version + "\",\"repository\":\"\"" + more + "}";
    }
}
