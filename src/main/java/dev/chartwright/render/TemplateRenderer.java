package dev.chartwright.render;

import java.nio.file.Path;
import java.util.List;

import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.model.Platform;

/** Renders one folder of templates for any number of platforms; safe for many threads. */
public final class TemplateRenderer {
    private final Engine engine;

    /** Reads and checks every template of the folder, so that a mistake shows even where nothing renders it. */
    public TemplateRenderer(Path templates) {
        this.engine = Engine.load(templates, Platform.class);
    }

    /** The files of the umbrella chart, sorted by their path inside it. */
    public List<ChartFile> render(Platform platform) {
        return engine.render(platform);
    }

    /** The same files with marks at the ends of their lines; slower, and only for telling where a fault comes from. */
    public TracedFiles trace(Platform platform) {
        return engine.trace(platform);
    }

    /** The files that stand beside the chart's package, sorted by path. */
    public List<OutputFile> renderBeside(Platform platform) {
        return engine.renderBeside(platform).stream()
                .map(file -> OutputFile.of(file.path(), file.content()))
                .toList();
    }
}
