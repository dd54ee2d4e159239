package dev.chartwright.assemble;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import dev.chartwright.model.ChartInfo;
import dev.chartwright.model.Component;
import dev.chartwright.model.Maintainer;
import dev.chartwright.model.Platform;
import dev.chartwright.yaml.HelmText;
import dev.chartwright.yaml.HelmYaml;

/** Writes Chart.yaml in the form that {@code helm package} writes it, so that packing again changes nothing. */
final class ChartYaml {
    private ChartYaml() {}

    static String umbrella(Platform platform) {
        ChartInfo info = platform.environment().chart();
        SortedMap<String, Object> document = common(platform);
        document.put("name", platform.environment().chartName());
        putText(document, "description", info.description());
        document.put("appVersion", info.version());
        putList(
                document,
                "dependencies",
                platform.components().stream()
                        .map(component -> dependency(component, info.version()))
                        .toList());
        return HelmYaml.write(document);
    }

    static String subchart(Platform platform, Component component) {
        SortedMap<String, Object> document = common(platform);
        document.put("name", component.name());
        putText(document, "description", component.description());
        putText(document, "appVersion", component.appVersion());
        return HelmYaml.write(document);
    }

    private static SortedMap<String, Object> common(Platform platform) {
        ChartInfo info = platform.environment().chart();
        SortedMap<String, Object> document = new TreeMap<>();
        document.put("apiVersion", "v2");
        document.put("type", "application");
        document.put("version", info.version());
        putText(document, "kubeVersion", platform.cluster().kubernetes());
        info.home().ifPresent(home -> putText(document, "home", home));
        putList(
                document,
                "sources",
                info.sources().stream().map(HelmText::clean).toList());
        putList(
                document,
                "keywords",
                info.keywords().stream().map(HelmText::clean).toList());
        putList(
                document,
                "maintainers",
                info.maintainers().stream().map(ChartYaml::maintainer).toList());
        return document;
    }

    private static SortedMap<String, String> maintainer(Maintainer maintainer) {
        SortedMap<String, String> written = new TreeMap<>();
        written.put("name", HelmText.clean(maintainer.name()));
        maintainer.email().ifPresent(email -> written.put("email", HelmText.clean(email)));
        maintainer.url().ifPresent(url -> written.put("url", HelmText.clean(url)));
        return written;
    }

    private static SortedMap<String, String> dependency(Component component, String version) {
        return new TreeMap<>(Map.of(
                "name",
                component.name(),
                "version",
                version,
                "repository",
                "",
                "condition",
                component.name() + ".enabled"));
    }

    private static void putText(SortedMap<String, Object> document, String key, String text) {
        String clean = HelmText.clean(text);
        if (!clean.isEmpty()) {
            document.put(key, clean);
        }
    }

    private static void putList(SortedMap<String, Object> document, String key, List<?> list) {
        if (!list.isEmpty()) {
            document.put(key, list);
        }
    }
}
