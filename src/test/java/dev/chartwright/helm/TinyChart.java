package dev.chartwright.helm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A chart folder with one template, and values for it. */
record TinyChart(Path folder) {
    static final String TEXT = "kind: ConfigMap\n";

    static TinyChart in(Path parent, String template) throws IOException {
        Path folder = Files.createDirectories(parent.resolve("chart"));
        Files.createDirectories(folder.resolve("templates"));
        Files.writeString(folder.resolve("Chart.yaml"), "apiVersion: v2\nname: tiny\nversion: 1.0.0\n");
        Files.writeString(folder.resolve("templates/one.yaml"), template);
        Files.writeString(folder.resolve("none.json"), "{}");
        return new TinyChart(folder);
    }

    String render(HelmProcess helm) throws HelmException {
        return render(helm, Duration.ofMinutes(1));
    }

    String render(HelmProcess helm, Duration time) throws HelmException {
        return new HelmEngine("1.33.0", helm, time).template(folder, "nowhere", folder.resolve("none.json"));
    }
}
