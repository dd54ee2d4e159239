package dev.chartwright;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.chartwright.archive.ChartArchiver;
import dev.chartwright.archive.EnvironmentPacker;
import dev.chartwright.archive.PackedEnvironment;
import dev.chartwright.assemble.ChartAssembler;
import dev.chartwright.bom.BillOfMaterials;
import dev.chartwright.chart.Chart;
import dev.chartwright.chart.ChartFile;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.chart.PackedCharts;
import dev.chartwright.chart.TracedChart;
import dev.chartwright.chart.TracedFiles;
import dev.chartwright.crds.PublishedCrds;
import dev.chartwright.load.LoadedPlatform;
import dev.chartwright.load.PlatformLoader;
import dev.chartwright.model.Platform;
import dev.chartwright.previous.PreviousPackages;
import dev.chartwright.problem.Problem;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.render.TemplateRenderer;
import dev.chartwright.route53.Route53Files;
import dev.chartwright.sign.ChartSigner;
import dev.chartwright.validate.ChartValidator;
import dev.chartwright.validate.Subject;
import dev.chartwright.validate.Upgrade;
import dev.chartwright.validate.Verdict;

/** The way from an environment's values to its packed chart; safe to use from several threads. */
public final class Pipeline {
    private final Folders folders;
    private final Instant time;
    private final PlatformLoader loader;
    private final PublishedCrds publishedCrds;
    private final ChartAssembler assembler;
    private final ChartValidator validator;
    private final EnvironmentPacker packer;
    private final PreviousPackages previous;
    private final ChartSigner signer;
    private final Map<String, LoadedPlatform> described = new ConcurrentHashMap<>();
    private final Map<String, LoadedPlatform> loaded = new ConcurrentHashMap<>();
    private Optional<TemplateRenderer> renderer = Optional.empty();

    /**
     * A pipeline over one platform's folders.
     *
     * @param time the time that packages carry, so that a build repeats to the byte
     */
    public Pipeline(Folders folders, Instant time) {
        this(folders, time, PreviousPackages.none(), ChartSigner.none());
    }

    /**
     * A pipeline that also looks at what an upgrade would meet, and signs.
     *
     * @param previous packages of the build that is installed now
     * @param signer who signs the packages
     */
    public Pipeline(Folders folders, Instant time, PreviousPackages previous, ChartSigner signer) {
        this.folders = folders;
        this.time = time;
        this.previous = previous;
        this.signer = signer;
        loader = new PlatformLoader(folders.values(), folders.schema(), folders.templates());
        publishedCrds = new PublishedCrds(folders.schema());
        assembler = new ChartAssembler(folders.schema());
        validator = new ChartValidator(folders.schema());
        packer = new EnvironmentPacker(new ChartArchiver(time));
    }

    public List<String> environments() {
        return loader.environments();
    }

    /** Name of the umbrella chart of an environment. */
    public String chartName(String environment) {
        return loader.load(environment).platform().environment().chartName();
    }

    /** The recipe. */
    public BuiltEnvironment run(String environment) {
        long start = System.nanoTime();
        validator.prepare();
        LoadedPlatform input = load(environment);
        List<ChartFile> files = publishedCrds.replace(renderer().render(input.platform()));
        Chart chart = assemble(input, files);
        Verdict verdict = validator.check(subject(input), chart, () -> traced(input));
        stopAt(verdict.problems());
        Optional<Upgrade> upgrade = upgrade(input, chart);
        PackedCharts charts = packer.pack(chart);
        PackedEnvironment packed = packer.gather(input.platform(), charts, more(input.platform(), charts));
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        return new BuiltEnvironment(environment, packed, verdict.releaseSize(), upgrade, time);
    }

    private Chart assemble(LoadedPlatform input, List<ChartFile> files) {
        try {
            return assembler.assemble(input.platform(), files);
        } catch (ProblemsException refused) {
            TracedFiles traced = renderer().trace(input.platform());
            throw new ProblemsException(ChartValidator.atTemplates(refused.problems(), subject(input), files, traced));
        }
    }

    /** The chart once more, with marks that tell which line of a template made what. */
    private TracedChart traced(LoadedPlatform input) {
        TracedFiles files = renderer().trace(input.platform());
        Chart chart = assembler.assemble(input.platform(), publishedCrds.replace(files.files()));
        return new TracedChart(chart, files.lines(), files.templates());
    }

    /** What stands beside the packages. */
    private List<OutputFile> more(Platform platform, PackedCharts charts) {
        List<OutputFile> more = new ArrayList<>(renderer().renderBeside(platform));
        more.addAll(Route53Files.of(platform));
        more.add(BillOfMaterials.of(platform, charts, time));
        more.addAll(signer.sign(charts, EnvironmentPacker.SUBCHARTS));
        return more;
    }

    private Optional<Upgrade> upgrade(LoadedPlatform input, Chart chart) {
        Optional<Upgrade> upgrade = previous.find(input.platform().environment().name(), chart.name())
                .map(before -> validator.compare(subject(input), before, chart, () -> traced(input)));
        upgrade.map(Upgrade::problems).ifPresent(Pipeline::stopAt);
        return upgrade;
    }

    /** An environment by itself, with parts that fit together; read once. */
    public LoadedPlatform load(String environment) {
        return loaded.computeIfAbsent(environment, this::read);
    }

    private LoadedPlatform read(String environment) {
        LoadedPlatform input = describe(environment);
        stopAt(validator.check(subject(input)));
        return input;
    }

    private LoadedPlatform describe(String environment) {
        return described.computeIfAbsent(environment, loader::load);
    }

    private Subject subject(LoadedPlatform input) {
        String environment = input.platform().environment().name();
        return new Subject(input.platform(), input.origins(), () -> others(environment));
    }

    /** The other environments, as far as they can be read. */
    private List<Subject> others(String environment) {
        return environments().stream()
                .filter(name -> !name.equals(environment))
                .flatMap(name -> readable(name).stream())
                .map(other -> Subject.alone(other.platform(), other.origins()))
                .toList();
    }

    private Optional<LoadedPlatform> readable(String environment) {
        try {
            return Optional.of(describe(environment));
        } catch (ProblemsException told) {
            return Optional.empty();
        }
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
