package dev.chartwright;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import com.marcnuri.helm.Helm;
import dev.chartwright.chart.OutputFile;
import dev.chartwright.distribution.DockerRegistry;
import dev.chartwright.oci.Reference;
import dev.chartwright.publish.ChartPublisher;
import dev.chartwright.publish.EnvironmentCharts;
import dev.chartwright.publish.PackedChart;
import dev.chartwright.publish.PublishedChart;
import dev.chartwright.publish.PushWatcher;
import dev.chartwright.registry.Limits;
import dev.chartwright.registry.Registry;
import dev.chartwright.registry.RegistrySettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to push every environment with each subchart to Debian's docker-registry on this machine, by us and
 * by the embedded Helm, both in one warm process, each time to repositories that are new.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(value = 1, jvmArgsAppend = {"-Xmx1g", "-Dcom.marcnuri.jkube-helm.skipRemoteJar=true"})
@State(Scope.Benchmark)
public class PushBenchmark {
    private final Map<String, List<OutputFile>> built = new LinkedHashMap<>();
    private final List<Path> archives = new ArrayList<>();
    private Optional<DockerRegistry> started = Optional.empty();
    private int run;

    /** Builds everything and starts the registry. */
    @Setup
    public void start() throws IOException {
        Path folder = Files.createTempDirectory("chartwright-push");
        started = Optional.of(DockerRegistry.start(DockerRegistry.Mode.OPEN, folder.resolve("registry")));
        Path work = Path.of("");
        Pipeline pipeline = new Pipeline(
                new Folders(work.resolve("values"), work.resolve("templates"), work.resolve("schema"), folder),
                Instant.EPOCH);
        for (BuiltEnvironment environment : Environments.run(pipeline, pipeline.environments(), packed -> {})) {
            built.put(environment.name(), environment.packed().files());
            for (OutputFile file : environment.packed().files()) {
                write(folder.resolve(environment.name()).resolve(file.path()), file.content());
            }
        }
    }

    private void write(Path file, byte[] content) throws IOException {
        if (file.toString().endsWith(".tgz")) {
            Files.createDirectories(file.getParent());
            archives.add(Files.write(file, content));
        }
    }

    /** Ends the registry. */
    @TearDown
    public void stop() {
        started.ifPresent(DockerRegistry::close);
    }

    private String path(String client) {
        run++;
        return "oci://" + started.orElseThrow().host() + "/" + client + run;
    }

    /** Our push, checks before and after included. */
    @Benchmark
    public List<PublishedChart> chartwright() {
        Reference path = Reference.parse(path("ours"));
        List<PackedChart> charts = new ArrayList<>();
        built.forEach((name, files) -> {
            EnvironmentCharts environment = new EnvironmentCharts(name, files);
            PackedChart umbrella = environment.umbrella(path);
            charts.add(umbrella);
            charts.addAll(environment.subcharts(umbrella));
        });
        Registry registry = new Registry(
                new RegistrySettings(true, Optional.empty(), Map.of(), Limits.standard()), host -> Optional.empty());
        return new ChartPublisher(registry, new PushWatcher(bytes -> {}, bytes -> {}, chart -> {}, chart -> {}), false)
                .publish(charts);
    }

    /** Helm's push of the same archives, one after the other. */
    @Benchmark
    public int helm() {
        String path = path("helms");
        int said = 0;
        for (Path archive : archives) {
            // Subcharts of two environments may have one name and version.
            URI place = URI.create(path + "/" + archive.getParent().getParent().getFileName().toString().toLowerCase(Locale.ROOT) + "/" + archive.getParent().getFileName());
            said += Helm.push().withChart(archive).withRemote(place).plainHttp().call().length();
        }
        return said;
    }
}
