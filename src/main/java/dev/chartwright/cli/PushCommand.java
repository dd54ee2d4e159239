package dev.chartwright.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.chartwright.archive.OutputFolder;
import dev.chartwright.oci.Reference;
import dev.chartwright.problem.OutsideException;
import dev.chartwright.problem.ProblemsException;
import dev.chartwright.publish.ChartPublisher;
import dev.chartwright.publish.EnvironmentCharts;
import dev.chartwright.publish.PackedChart;
import dev.chartwright.publish.PublishedChart;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Pushes what the last build wrote; it builds nothing, so what was checked is what goes. */
@Command(
        name = "push",
        description = "Pushes the charts of the last build to an OCI registry; safe to repeat.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class PushCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "oci://REGISTRY/PATH",
            converter = ReferenceConverter.class,
            description = "where to; charts go below it, each to a repository of its name")
    private @Nullable Reference target;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "ENV",
            description = "environments; all that are built when none is named")
    private List<String> environments = List.of();

    @Option(names = "--subcharts", description = "push each subchart by itself too, below its umbrella")
    private boolean subcharts;

    @Option(names = "--force", description = "replace a version that holds something else")
    private boolean force;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "charts-out",
            description = "packed charts (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Option(
            names = {"-q", "--quiet"},
            description = "print problems only")
    private boolean quiet;

    @Mixin
    private RegistryOptions registry = new RegistryOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PushProgress progress = new PushProgress(spec.commandLine().getOut(), Terminal.isThere(), quiet);
        List<PackedChart> charts = new ArrayList<>();
        try {
            Reference place = target();
            charts.addAll(charts(place));
            List<PublishedChart> published = new ChartPublisher(
                            registry.registry(place, progress::say), progress.watcher(), force)
                    .publish(charts);
            tellNext(published, progress);
            return ExitCode.DONE;
        } catch (ProblemsException refused) {
            progress.clear();
            return failures().tell(refused, progress.outcome(places(charts)));
        } catch (OutsideException failed) {
            progress.clear();
            int code = failures().tell(failed);
            spec.commandLine().getErr().println(progress.outcome(places(charts)));
            return code;
        }
    }

    private Reference target() {
        Reference place = Optional.ofNullable(target)
                .orElseThrow(() -> usage("say where to: `push oci://<registry>/<path>`, or"
                        + " `mvn deploy -Dpush.to=oci://<registry>/<path>`"));
        if (place.tag().isPresent() || place.digest().isPresent()) {
            throw usage("name a path without tag or digest; each chart's version makes its tag");
        }
        return place;
    }

    private ParameterException usage(String text) {
        return new ParameterException(spec.commandLine(), text);
    }

    private List<PackedChart> charts(Reference place) {
        OutputFolder folder = new OutputFolder(out);
        List<String> names = environments.isEmpty()
                ? folder.environments()
                : environments.stream().distinct().toList();
        if (names.isEmpty()) {
            throw usage("there is nothing to push in " + out + "; run `build` first");
        }
        List<PackedChart> charts = new ArrayList<>();
        for (String name : names) {
            EnvironmentCharts environment = new EnvironmentCharts(name, folder.read(name));
            PackedChart umbrella = environment.umbrella(place);
            charts.add(umbrella);
            if (subcharts) {
                charts.addAll(environment.subcharts(umbrella));
            }
        }
        return charts;
    }

    private void tellNext(List<PublishedChart> published, PushProgress progress) {
        NextCommands next = new NextCommands(registry.helmFlags());
        published.stream()
                .map(PublishedChart::chart)
                .filter(PackedChart::umbrella)
                .forEach(umbrella -> next.of(umbrella).forEach(progress::say));
    }

    /** Two environments may make one and the same chart. */
    private static int places(List<PackedChart> charts) {
        return (int) charts.stream().map(PackedChart::reference).distinct().count();
    }

    private Failures failures() {
        return new Failures(spec.commandLine().getErr());
    }
}
