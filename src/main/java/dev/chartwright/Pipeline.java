package dev.chartwright;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.archive.EnvironmentPacker;
import dev.chartwright.archive.PackedEnvironment;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.crds.PublishedCrds;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.validate.ChartValidator;

/** The way from an environment's values to its packed chart; safe to use from several threads. */
public final class Pipeline {
    private final Folders folders;
    private final PlatformLoader loader;
    private final PublishedCrds publishedCrds;
    private final ChartAssembler assembler;
    private final ChartValidator validator;
    private final EnvironmentPacker packer;
    private Optional<TemplateRenderer> renderer = Optional.empty();

    /**
     * A pipeline over one platform's folders.
     *
     * @param time the time that packages carry, so that a build repeats to the byte
     */
    public Pipeline(Folders folders, Instant time) {
        this.folders = folders;
        loader = new PlatformLoader(folders.values(), folders.schema());
        publishedCrds = new PublishedCrds(folders.schema());
        assembler = new ChartAssembler(folders.schema());
        validator = new ChartValidator(folders.schema());
        packer = new EnvironmentPacker(new ChartArchiver(time));
    }

    public List<String> environments() {
        return loader.environments();
    }

    /** The recipe. */
    public BuiltEnvironment run(String environment) {
        long start = System.nanoTime();
        LoadedPlatform input = load(environment);
        List<ChartFile> files = publishedCrds.replace(renderer().render(input.platform()));
        Chart chart = assembler.assemble(input.platform(), files);
        stopAt(validator.check(input.platform(), input.origins(), chart));
        PackedEnvironment packed = packer.pack(input.platform(), chart, List.of());
        return new BuiltEnvironment(environment, packed, Duration.ofNanos(System.nanoTime() - start));
    }

    /** An environment by itself, with parts that fit together. */
    public LoadedPlatform load(String environment) {
        LoadedPlatform input = loader.load(environment);
        stopAt(validator.check(input.platform(), input.origins()));
        return input;
    }

    /** Reads every template, also those that no environment uses. */
    public void checkTemplates() {
        renderer();
    }

    private synchronized TemplateRenderer renderer() {
        if (renderer.isEmpty()) {
            renderer = Optional.of(new TemplateRenderer(folders.templates()));
        }
        return renderer.get();
    }

    private static void stopAt(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemsException(problems);
        }
    }
}
